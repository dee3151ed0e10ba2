package org.wegweis.projections.route;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wegweis.projections.neighbour.Ledger;

/**
 * One consignment's way, as the console draws it. What nobody could be asked for at the moment is null.
 *
 * @param numberCheck whether the check digits of its numbers are right, wrong, or not-checked
 * @param wasteCode as the list prints it, for example {@code 17 05 03*}
 * @param personalValues {@code shown}, or {@code away} while the vault cannot be asked
 */
record Route(
        UUID id,
        @Nullable String noteNumber,
        @Nullable String certificate,
        String numberCheck,
        String wasteCode,
        @Nullable String wasteTitle,
        boolean hazardous,
        long declaredGrams,
        @Nullable Long acceptedGrams,
        @Nullable Long rejectedGrams,
        String state,
        @Nullable Hand holder,
        Place generator,
        Place plant,
        List<Hand> carriers,
        List<Step> steps,
        List<FallbackReceipt> fallbackReceipts,
        List<Finding> findings,
        Ledger.@Nullable Status proof,
        String personalValues) {

    /**
     * An organisation.
     *
     * @param store the number of the site where it keeps the load for a short while, if it does
     */
    record Hand(
            UUID organisation,
            @Nullable String name,
            @Nullable String store) {}

    /**
     * A finding.
     *
     * @param code stable, for example {@code no-certificate}
     * @param paragraph empty where it is only implausible
     * @param step the statement that it is about, if it is about one
     * @param toAuthorities whether authorities are shown it too; otherwise it is a word among the parties
     */
    record Finding(
            String code,
            String paragraph,
            String german,
            String english,
            Instant since,
            @Nullable UUID step,
            boolean toAuthorities) {}

    /** Paper that stood in for the note during an outage (§22 NachwV). */
    record FallbackReceipt(String number, String form, UUID outage, Instant usedAt, Instant enteredAt) {}

    /** An organisation at one of its sites. */
    record Place(
            UUID organisation,
            @Nullable String name,
            String site,
            @Nullable String siteName,
            @Nullable String place,
            String land) {}

    /**
     * One statement.
     *
     * @param device RFC 7638 thumbprint of the key that signed it
     * @param massGrams what was declared, loaded, accepted, or what a correction says instead
     * @param goesTo where what was rejected is to go; to the generator if absent
     * @param standing of a correction: pending, in-force or declined
     * @param correction the correction on which this is a party's word
     * @param correctedBy the correction in force that changes this statement
     * @param proof how far its proof is: recorded, logged, sealed, or unknown
     */
    record Step(
            long version,
            UUID id,
            String type,
            String title,
            Instant happenedAt,
            Instant recordedAt,
            UUID organisation,
            @Nullable String name,
            String role,
            @Nullable String device,
            @Nullable Long massGrams,
            @Nullable Long rejectedGrams,
            @Nullable String wasteCode,
            @Nullable String noteNumber,
            @Nullable String reason,
            @Nullable Hand to,
            @Nullable Place goesTo,
            @Nullable UUID corrects,
            @Nullable String standing,
            @Nullable UUID correction,
            @Nullable UUID correctedBy,
            @Nullable String plate,
            @Nullable String driver,
            @Nullable String remark,
            @Nullable String place,
            long position,
            String entry,
            String proof) {}
}
