package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * What is asked to be approved (§3(1), (2) NachwV).
 *
 * @param applicant the generator; of a collective certificate the collector, who does what the generator otherwise does
 *     (§9(3))
 * @param quantity in all, until it ends
 * @param until the last day for which it is asked
 */
public record Declaration(
        Kind kind,
        WasteCode waste,
        Party applicant,
        Party plant,
        Operation operation,
        Mass quantity,
        LocalDate until) {}
