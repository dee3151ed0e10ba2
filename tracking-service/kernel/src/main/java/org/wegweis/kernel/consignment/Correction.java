package org.wegweis.kernel.consignment;

import java.util.Optional;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What an earlier statement should have said: at least one value. */
public record Correction(Optional<WasteCode> waste, Optional<Mass> mass, Optional<NoteNumber> noteNumber) {
    public Correction {
        if (waste.isEmpty() && mass.isEmpty() && noteNumber.isEmpty()) {
            throw new IllegalArgumentException("a correction needs a wasteCode, a massGrams or a noteNumber");
        }
    }
}
