package org.wegweis.kernel.permit;

import java.time.LocalDate;
import java.util.Optional;
import org.wegweis.kernel.party.Party;

/**
 * What a paper says.
 *
 * @param holder the organisation, and the site for which it is: a plant's; a carrier's own number, whose Land counts as that
 *     of its headquarters (§53(1) Satz 3, §54(1) Satz 3 KrWG)
 * @param from its first day
 * @param until its last day, if it has one
 */
public record Paper(
        Party holder,
        Scope scope,
        Wastes wastes,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<FileReference> reference) {}
