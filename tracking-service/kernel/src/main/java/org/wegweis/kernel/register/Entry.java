package org.wegweis.kernel.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * One line of a register.
 *
 * @param site none where nobody states it: carriers, and those who take waste over with a transfer note
 * @param under the paragraph that asks for it
 * @param consignment into which a transfer note is entered; of a note, its own
 * @param filedUnder the certificate or the waste code: the law's first order; time is the second
 * @param happenedAt when this organisation gave or took the waste
 * @param from what sets the ten days going
 * @param enteredAt when it came into the register: at once
 */
public record Entry(
        OrganisationId organisation,
        Optional<SiteNumber> site,
        Part part,
        String under,
        Document document,
        Optional<UUID> consignment,
        WasteCode waste,
        Mass mass,
        Optional<CertificateNumber> certificate,
        Optional<NoteNumber> number,
        String filedUnder,
        Instant happenedAt,
        Instant from,
        Instant enteredAt) {

    /** What is filed. */
    public enum Document {
        CONSIGNMENT_NOTE,
        TRANSFER_NOTE;

        /** For example {@code consignment-note}. */
        public String text() {
            return this == CONSIGNMENT_NOTE ? "consignment-note" : "transfer-note";
        }
    }

    /** The last day on which it may be filed (§24 NachwV). */
    public LocalDate dueBy() {
        return Deadline.REGISTERED.lastDay(BerlinDay.of(from));
    }

    /** The last day on which it must be there (§25(1)); a plant's licence may ask for longer. */
    public LocalDate keptUntil() {
        return Deadline.REGISTER_KEPT.lastDay(BerlinDay.of(enteredAt));
    }
}
