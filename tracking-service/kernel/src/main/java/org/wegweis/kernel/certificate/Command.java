package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import java.util.Optional;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;

/** What may be asked of a certificate. */
public sealed interface Command extends Stated {
    /** Verantwortliche Erklärung of the generator or collector (§3(2)). */
    record Declare(Statement statement, Declaration declaration) implements Command {}

    /** Annahmeerklärung of the plant (§3(3)). */
    record AcceptDeclaration(Statement statement) implements Command {}

    /**
     * The plant sends the declarations to its authority (§3(3), §7(4)).
     *
     * @param privilege if it needs no confirmation
     */
    record Submit(Statement statement, CertificateNumber number, Optional<Privilege> privilege) implements Command {}

    /** Eingangsbestätigung of the authority (§4). */
    record AcknowledgeReceipt(Statement statement, LocalDate receivedOn) implements Command {}

    /**
     * The authority wants more (§4 Satz 3).
     *
     * @param essential whether it cannot decide without: only then its time stands still (§5(1) Satz 2)
     */
    record DemandPapers(Statement statement, boolean essential) implements Command {}

    record SupplyPapers(Statement statement) implements Command {}

    /** @param quantity at most what was declared */
    record Confirm(Statement statement, LocalDate until, Mass quantity) implements Command {}

    record Refuse(Statement statement) implements Command {}

    /** The authority wants a confirmation although the plant is privileged (§8). */
    record OrderConfirmation(Statement statement) implements Command {}

    record Revoke(Statement statement) implements Command {}

    /** A day is over: whatever falls due by itself does so now. */
    record LetTimePass(Statement statement) implements Command {}

    /**
     * A load was picked up under the certificate.
     *
     * @param site where it arose, if the certificate is collective
     */
    record Draw(Statement statement, LoadId load, Mass mass, Optional<SiteNumber> site) implements Command {}

    /** The plant has accepted that much of the load; once more if it corrects what it weighed. */
    record Settle(Statement statement, LoadId load, Mass accepted) implements Command {}
}
