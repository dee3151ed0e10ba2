package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;

/** What has happened to a certificate. */
public sealed interface Event extends Stated {
    record Declared(Statement statement, Declaration declaration) implements Event {}

    record DeclarationAccepted(Statement statement) implements Event {}

    record Submitted(Statement statement, CertificateNumber number) implements Event {}

    /** Valid without confirmation (§7(4)). */
    record Privileged(Statement statement, CertificateNumber number, Privilege privilege, LocalDate until)
            implements Event {}

    record ReceiptAcknowledged(Statement statement, LocalDate receivedOn) implements Event {}

    record PapersDemanded(Statement statement, boolean essential) implements Event {}

    record PapersSupplied(Statement statement) implements Event {}

    record Confirmed(Statement statement, LocalDate until, Mass quantity) implements Event {}

    /**
     * The authority was silent for thirty days (§5(5)).
     *
     * @param received the day from which they were counted
     */
    record ConfirmedBySilence(Statement statement, LocalDate received, LocalDate until) implements Event {}

    record Refused(Statement statement) implements Event {}

    record ConfirmationOrdered(Statement statement) implements Event {}

    record Revoked(Statement statement) implements Event {}

    record Expired(Statement statement) implements Event {}

    record Drawn(Statement statement, LoadId load, Mass mass, Optional<SiteNumber> site, Set<Flag> flags)
            implements Event {
        public Drawn {
            flags = Set.copyOf(flags);
        }
    }

    /** @param accepted nothing if the load was rejected: its mass may be drawn again */
    record Settled(Statement statement, LoadId load, Mass accepted, Set<Flag> flags) implements Event {
        public Settled {
            flags = Set.copyOf(flags);
        }
    }
}
