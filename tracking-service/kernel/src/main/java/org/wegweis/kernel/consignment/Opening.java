package org.wegweis.kernel.consignment;

import java.util.Optional;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What is to be carried from where to where, as the one who opens the consignment declares it. */
public record Opening(
        Optional<NoteNumber> noteNumber,
        Optional<CertificateNumber> certificate,
        WasteCode waste,
        Mass declared,
        Party generator,
        OrganisationId carrier,
        Party plant) {

    /** Whether the generator carries its own waste (§12(1) Nr. 1 AbfAEV); whoever collects carries that of others. */
    public boolean carriedByItsGenerator() {
        return generator.organisation().equals(carrier) && !generator.site().ofCollection();
    }

    public Opening corrected(Correction correction) {
        return new Opening(
                correction.noteNumber().or(() -> noteNumber),
                certificate,
                correction.waste().orElse(waste),
                correction.mass().orElse(declared),
                generator,
                carrier,
                plant);
    }
}
