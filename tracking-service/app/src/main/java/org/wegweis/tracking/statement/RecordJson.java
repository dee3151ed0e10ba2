package org.wegweis.tracking.statement;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.tracking.store.RecordStore;

/**
 * A record as it is handed out to whoever may see it.
 *
 * @param record its exact bytes, Base64
 * @param disclosures the personal values that the vault holds beside it
 * @param statement what a device signed, if one did
 */
public record RecordJson(
        long position,
        String record,
        List<DisclosureJson> disclosures,
        @Nullable SignedJson statement) {

    /** A package of evidence has room for no more, and all of an answer is held in memory. */
    public static final int MOST = 10_000;

    /** A personal value with the salt that hides it in the record. */
    public record DisclosureJson(String name, String value, String salt) {}

    /** A signed statement with the salt that hides it in the record. */
    public record SignedJson(String jws, String salt) {}

    /**
     * All of a subject's, in their order. Whether the subject exists for somebody, the caller has to know.
     *
     * @param most 1 to {@value #MOST}; never more than one beyond that are read
     * @throws Problem if the subject has more
     */
    public static List<RecordJson> of(RecordStore store, UUID subject, int most) {
        if (most < 1 || most > MOST) throw Problem.wrongField("most", "must be 1 to " + MOST);
        var records = store.of(subject, 0, most + 1); // one more tells whether that is all
        if (records.size() > most) throw tooMany(most);
        var vault = store.vault(subject);
        return records.stream()
                .map(stored -> {
                    var record = stored.parsed();
                    var beside = vault.getOrDefault(record.id(), Map.of());
                    return new RecordJson(
                            record.position(),
                            Base64.getEncoder().encodeToString(stored.bytes()),
                            beside.entrySet().stream()
                                    .filter(entry -> !entry.getKey().equals(Statements.SIGNED))
                                    .map(entry -> new DisclosureJson(
                                            entry.getKey(),
                                            entry.getValue().value(),
                                            entry.getValue().salt().toString()))
                                    .toList(),
                            signed(beside.get(Statements.SIGNED)));
                })
                .toList();
    }

    private static Problem tooMany(int most) {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-many-records",
                        "It has more than the " + most + " records that were asked for at most. most may be up to "
                                + MOST + "; what has more is read by auditors from /api/records, page by page.")
                .at("most")
                .by(
                        "",
                        "Es hat mehr als die " + most + " Einträge, die höchstens verlangt waren. most darf bis " + MOST
                                + " gehen; was mehr hat, lesen Prüfer seitenweise aus /api/records.");
    }

    private static @Nullable SignedJson signed(@Nullable Commitment commitment) {
        return commitment == null
                ? null
                : new SignedJson(commitment.value(), commitment.salt().toString());
    }
}
