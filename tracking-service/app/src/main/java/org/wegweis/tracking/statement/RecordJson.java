package org.wegweis.tracking.statement;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** A personal value with the salt that hides it in the record. */
    public record DisclosureJson(String name, String value, String salt) {}

    /** A signed statement with the salt that hides it in the record. */
    public record SignedJson(String jws, String salt) {}

    /** All of a subject's, in their order. Whether the subject exists for somebody, the caller has to know. */
    public static List<RecordJson> of(RecordStore store, UUID subject) {
        var vault = store.vault(subject);
        return store.of(subject, 0).stream()
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

    private static @Nullable SignedJson signed(@Nullable Commitment commitment) {
        return commitment == null
                ? null
                : new SignedJson(commitment.value(), commitment.salt().toString());
    }
}
