package org.wegweis.kernel.transfernote;

import java.util.Optional;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * What a transfer note says.
 *
 * @param certificate the collective one under which it is collected (§12(1) NachwV); none for small amounts (§16)
 * @param taker the collector; of small amounts the plant
 */
public record Content(
        Optional<NoteNumber> number,
        Optional<CertificateNumber> certificate,
        WasteCode waste,
        Mass mass,
        Party generator,
        OrganisationId taker) {}
