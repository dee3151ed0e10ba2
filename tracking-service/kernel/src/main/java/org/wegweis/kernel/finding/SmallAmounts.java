package org.wegweis.kernel.finding;

import java.util.Optional;
import org.wegweis.kernel.law.MassLimit;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.Mass;

/** Whether what went as a small amount was one (§2(2) NachwV). */
public final class SmallAmounts {
    private SmallAmounts() {}

    /** Whether a note shows a small amount: hazardous waste under no certificate. */
    public static boolean claims(Content note) {
        return note.certificate().isEmpty() && note.waste().hazardous();
    }

    /** @param inTheYear all hazardous waste that arose at the generator's site in that calendar year */
    public static Optional<Finding> of(Content note, Mass inTheYear) {
        return claims(note) && MassLimit.SMALL_AMOUNT.exceededBy(inTheYear)
                ? Optional.of(Finding.OVER_SMALL_AMOUNT)
                : Optional.empty();
    }
}
