package org.wegweis.evidence.pack;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * What a package proves, and with what.
 *
 * @param subject the consignment, certificate… that it is about
 * @param hidden how many things that its waste passed through are left out, for they do not exist for whom it is made for
 * @param leftOut how many at least are left out because there is no room for their records
 * @param items all records of the subject and of what its waste passed through, of each from version 0, by position
 * @param enrolments of the devices that signed the statements, as far as they are known
 */
public record Evidence(
        UUID subject,
        Instant madeAt,
        long hidden,
        long leftOut,
        List<Item> items,
        SealedHead head,
        List<Enrolment> enrolments) {
    public Evidence {
        items = items.stream()
                .sorted(Comparator.comparingLong(item -> item.record().position()))
                .toList();
        enrolments = List.copyOf(enrolments);
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

    /**
     * A head of the log and who has confirmed it.
     *
     * @param checkpoint signed by the log first, then by its witnesses
     * @param witnessPolicy which witnesses were asked for, and how many of them have to have signed
     * @param seal of that very head
     * @param timeStamps tokens (RFC 3161, DER) over the checkpoint as the log alone has signed it
     */
    public record SealedHead(Note checkpoint, WitnessPolicy witnessPolicy, Seal seal, List<byte[]> timeStamps) {
        public SealedHead {
            checkpoint = checkpoint.ordered();
            timeStamps = List.copyOf(timeStamps);
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
