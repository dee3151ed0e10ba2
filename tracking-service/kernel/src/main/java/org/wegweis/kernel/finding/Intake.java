package org.wegweis.kernel.finding;

import java.time.Instant;
import java.time.LocalDate;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.Mass;

/** How much a plant's site has taken in. */
public interface Intake {

    /** All that it accepted from the beginning of that day until that instant, what it accepted then included. */
    Mass accepted(SiteNumber site, LocalDate from, Instant until);
}
