package org.wegweis.projections.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One certificate, as the console draws it.
 *
 * @param until its last day, once it is valid
 * @param leftGrams negative where more is used than was allowed
 * @param codeUntil the last day of its waste code in the European list, if the code goes
 * @param successors the codes into whose meaning that code falls then
 * @param loads what uses it, the last drawn first
 * @param loadsLeftOut older loads that are not shown, though counted
 */
record CertificateView(
        UUID id,
        @Nullable String number,
        String kind,
        String state,
        String wasteCode,
        @Nullable String wasteTitle,
        boolean hazardous,
        String operation,
        Place applicant,
        Place plant,
        @Nullable LocalDate until,
        @Nullable String privilege,
        long quantityGrams,
        long onTheRoadGrams,
        long acceptedGrams,
        long leftGrams,
        @Nullable LocalDate codeUntil,
        @Nullable LocalDate germanCodeUntil,
        List<String> successors,
        List<Clock> clocks,
        List<Load> loads,
        int loadsLeftOut,
        List<Step> history) {

    /** An organisation at one of its sites. */
    record Place(
            UUID organisation,
            @Nullable String name,
            String site,
            @Nullable String place,
            String land) {}

    /**
     * What falls due by itself.
     *
     * @param code stable, for example {@code certificate-decided}
     */
    record Clock(String code, String paragraph, LocalDate lastDay) {}

    /**
     * A consignment, or a transfer note in one.
     *
     * @param consignment if it exists for the caller
     * @param massGrams what counts: what was accepted once the plant has spoken, until then what was picked up
     * @param flags what is over, or was when it was drawn
     */
    record Load(
            String kind,
            @Nullable UUID consignment,
            @Nullable String noteNumber,
            @Nullable String site,
            long massGrams,
            boolean settled,
            Instant drawnAt,
            @Nullable Instant settledAt,
            List<String> flags) {}

    /**
     * One statement; loads have their own list.
     *
     * @param title what happened, in German
     */
    record Step(
            UUID id,
            String type,
            String title,
            Instant happenedAt,
            Instant recordedAt,
            UUID organisation,
            @Nullable String name,
            String role) {}
}
