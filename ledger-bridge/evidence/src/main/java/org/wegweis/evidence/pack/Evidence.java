package org.wegweis.evidence.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * What a package proves, and with what.
 *
 * @param subject the consignment, certificate… that it is about
 * @param items one for each of its records, by version from 0
 * @param checkpoint the log's head, signed by the log
 * @param seal the seal of that very head
 * @param deviceKeys public keys of the devices that signed the statements, as far as they are known
 */
public record Evidence(
        UUID subject,
        Instant madeAt,
        List<Item> items,
        Note checkpoint,
        Seal.Countersigned seal,
        List<DeviceKey> deviceKeys) {
    public Evidence {
        items = List.copyOf(items);
        deviceKeys = List.copyOf(deviceKeys);
    }

    /**
     * One record and what belongs to it.
     *
     * @param record as parsed from its bytes; parsing is strict, so {@link EventRecord#encode} gives those bytes
     * @param path inclusion proof of the record's entry in the log of the checkpoint
     */
    public record Item(
            EventRecord record,
            List<TreeHash> path,
            List<Disclosure> disclosures,
            Optional<SignedStatement> statement) {
        public Item {
            path = List.copyOf(path);
            disclosures = List.copyOf(disclosures);
        }
    }

    /** A personal value of a record, laid open under its name there, for example {@code plate}. */
    public record Disclosure(String name, Commitment value) {}

    /**
     * What a device signed.
     *
     * @param jws compact form
     */
    public record SignedStatement(String jws, Hash salt) {
        /** Its digest is the record's {@code statement}. */
        public Commitment commitment() {
            return new Commitment(jws, salt);
        }
    }
}
