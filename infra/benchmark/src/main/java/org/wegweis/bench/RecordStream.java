package org.wegweis.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/**
 * Records without end, about 700 bytes each, in chains of twelve, of which some are open at a time: what a store would
 * have written.
 */
final class RecordStream implements Iterable<EventRecord> {
    private static final int CHAIN = 12;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");

    private final Random random;
    private final int open;

    RecordStream(long seed, int open) {
        this.random = new Random(seed);
        this.open = open;
    }

    private record End(UUID subject, long version, Optional<Hash> last) {}

    @Override
    public Iterator<EventRecord> iterator() {
        var ends = new ArrayList<End>();
        for (int i = 0; i < open; i++) ends.add(fresh());
        return new Iterator<>() {
            private long position;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public EventRecord next() {
                int which = random.nextInt(open);
                var end = ends.get(which);
                var record = record(end, position++);
                ends.set(
                        which,
                        end.version() == CHAIN - 1
                                ? fresh()
                                : new End(
                                        end.subject(),
                                        end.version() + 1,
                                        Optional.of(EventRecord.entry(record.encode()))));
                return record;
            }
        };
    }

    private End fresh() {
        return new End(Uuid7.next(() -> NOON, random), 0, Optional.empty());
    }

    private EventRecord record(End end, long position) {
        var site = Json.Obj.of()
                .with("organisation", "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02")
                .with("site", "P12345678");
        return new EventRecord(
                Uuid7.next(() -> NOON, random),
                "consignment.picked-up.v1",
                end.subject(),
                end.version(),
                position,
                end.last(),
                NOON,
                NOON,
                new Actor(
                        OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02"),
                        Actor.Role.DRIVER,
                        Optional.of(hash())),
                Optional.of(hash()),
                hash(),
                Json.Obj.of()
                        .with("massGrams", random.nextInt(40_000_000))
                        .with("counter", random.nextInt(1000))
                        .with("commitments", new Json.Arr(List.of(new Json.Text(hash().toString()))))
                        .with("site", site));
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
