package org.wegweis.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.PersonalValue;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * Records without end, about 700 bytes each: consignments from opening to acceptance, of which some are on their way at a
 * time, as a store would have written them.
 */
final class RecordStream implements Iterable<EventRecord> {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");
    /** As many a second as a country has. */
    private static final Duration BETWEEN = Duration.ofMillis(10);
    /** So many organisations have each of the three parts. */
    private static final int ORGANISATIONS = 200;

    private static final String[] WASTES = {
        "170503", "170106", "160708", "130205", "150110", "160506", "170204", "190205"
    };

    private final Random random;
    private final int open;

    RecordStream(long seed, int open) {
        this.random = new Random(seed);
        this.open = open;
    }

    /** A consignment, and what its next record follows. */
    private record Way(UUID subject, Opening opening, int version, Optional<Hash> last) {
        static final int STEPS = 5;
    }

    @Override
    public Iterator<EventRecord> iterator() {
        var ways = new ArrayList<Way>();
        for (int i = 0; i < open; i++) ways.add(fresh(NOON));
        return new Iterator<>() {
            private long position;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public EventRecord next() {
                int which = random.nextInt(open);
                var way = ways.get(which);
                var now = NOON.plus(BETWEEN.multipliedBy(position));
                var record = record(way, position++, now);
                ways.set(
                        which,
                        way.version() == Way.STEPS - 1
                                ? fresh(now)
                                : new Way(
                                        way.subject(),
                                        way.opening(),
                                        way.version() + 1,
                                        Optional.of(EventRecord.entry(record.encode()))));
                return record;
            }
        };
    }

    private Way fresh(Instant now) {
        int generator = random.nextInt(ORGANISATIONS);
        int plant = random.nextInt(ORGANISATIONS);
        var opening = new Opening(
                Optional.empty(),
                Optional.empty(),
                new WasteCode(WASTES[random.nextInt(WASTES.length)], true),
                Mass.ofKilograms(1_000 + random.nextInt(24_000)),
                new Party(organisation(generator), site('P', generator)),
                organisation(ORGANISATIONS + random.nextInt(ORGANISATIONS)),
                new Party(organisation(2 * ORGANISATIONS + plant), site('L', plant)));
        return new Way(Uuid7.next(() -> now, random), opening, 0, Optional.empty());
    }

    /** Of a generator below 200, of a carrier from there to 400, of a plant from there to 600. */
    static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0x4000L, 1L << 63 | number));
    }

    private static SiteNumber site(char land, int number) {
        return new SiteNumber("%c%08d".formatted(land, number));
    }

    private EventRecord record(Way way, long position, Instant now) {
        var office = new Actor(way.opening().generator().organisation(), Role.DISPATCHER, Optional.empty());
        var driver = new Actor(way.opening().carrier(), Role.DRIVER, Optional.of(hash()));
        var gate = new Actor(way.opening().plant().organisation(), Role.GATE, Optional.empty());
        var mass = way.opening().declared();
        var event = switch (way.version()) {
            case 0 -> new Event.Opened(statement(way, office, now, false), way.opening());
            case 1 -> new Event.Released(statement(way, office, now, false));
            case 2 -> new Event.PickedUp(statement(way, driver, now, true), Optional.of(mass));
            case 3 -> new Event.Delivered(statement(way, driver, now, false));
            default -> new Event.Accepted(statement(way, gate, now, false), mass);
        };
        var said = event.statement();
        return new EventRecord(
                said.id().value(),
                ConsignmentJson.type(event),
                way.subject(),
                way.version(),
                position,
                way.last(),
                now,
                now,
                said.by(),
                said.by().key().map(_ -> hash()),
                hash(),
                ConsignmentJson.data(event));
    }

    private Statement statement(Way way, Actor by, Instant now, boolean withPlate) {
        return new Statement(
                new StatementId(Uuid7.next(() -> now, random)),
                way.subject(),
                by,
                now,
                new TreeMap<>(withPlate ? Map.of(PersonalValue.PLATE, hash()) : Map.of()),
                Optional.empty());
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
