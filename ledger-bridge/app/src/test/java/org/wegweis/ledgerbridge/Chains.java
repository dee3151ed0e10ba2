package org.wegweis.ledgerbridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/** Records of some subjects, mixed as a store would have mixed them. */
public final class Chains {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor CARRIER = new Actor(
            OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02"), Actor.Role.DISPATCHER, Optional.empty());

    private final Random random;
    private final List<UUID> subjects;
    private final Map<UUID, EventRecord> last = new HashMap<>();
    private final List<EventRecord> records = new ArrayList<>();

    private final long from;

    public Chains(long seed, int subjects) {
        this(seed, subjects, 0);
    }

    /**
     * Records that begin at a later position.
     *
     * @param from the first record's position
     */
    public Chains(long seed, int subjects, long from) {
        this.from = from;
        random = new Random(seed);
        this.subjects = IntStream.range(0, subjects)
                .mapToObj(_ -> Uuid7.next(() -> NOON, random))
                .toList();
    }

    public UUID subject(int index) {
        return subjects.get(index);
    }

    /** All records so far, by position. */
    public List<EventRecord> records() {
        return List.copyOf(records);
    }

    /** That many more records. */
    public List<EventRecord> grow(int more) {
        var grown = new ArrayList<EventRecord>();
        for (int i = 0; i < more; i++) {
            var subject = subjects.get(random.nextInt(subjects.size()));
            var before = Optional.ofNullable(last.get(subject));
            var record = record(
                    subject,
                    before.map(one -> one.version() + 1).orElse(0L),
                    from + records.size(),
                    before.map(one -> EventRecord.entry(one.encode())));
            last.put(subject, record);
            records.add(record);
            grown.add(record);
        }
        return grown;
    }

    /** A record that takes the place of another, with other content. */
    public EventRecord instead(EventRecord record) {
        return record(record.subject(), record.version(), record.position(), record.previous());
    }

    /** A record that stands at the right place and names another predecessor. */
    public EventRecord unchained(EventRecord record) {
        return record(
                record.subject(),
                record.version(),
                record.position(),
                record.previous().map(_ -> hash()));
    }

    private EventRecord record(UUID subject, long version, long position, Optional<Hash> previous) {
        return new EventRecord(
                Uuid7.next(() -> NOON, random),
                "consignment.picked-up.v1",
                subject,
                version,
                position,
                previous,
                NOON,
                NOON,
                CARRIER,
                Optional.empty(),
                hash(),
                Json.Obj.of());
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** The widest tiles of a log that got these records at once: what the slow way through topic and tables must give. */
    public static Map<TilePath, byte[]> tiles(List<EventRecord> records) {
        var tiles = new HashMap<TilePath, byte[]>();
        new TiledLog(_ -> Optional.empty())
                .append(
                        0,
                        records.stream()
                                .map(record ->
                                        EventRecord.entry(record.encode()).bytes())
                                .toList())
                .tiles()
                .forEach(tiles::put);
        return tiles;
    }
}
