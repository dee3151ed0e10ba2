package org.wegweis.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** One consignment's whole way through the rules, beside as many updates of a {@link HashMap} by the same ids. */
@State(Scope.Thread)
public class DeciderBench {
    private static final int COMMANDS = 6;
    private static final long NOON = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();

    private final OrganisationId generator = new OrganisationId(new UUID(0x4000L, 1L << 63 | 1));
    private final OrganisationId carrier = new OrganisationId(new UUID(0x4000L, 1L << 63 | 2));
    private final OrganisationId plant = new OrganisationId(new UUID(0x4000L, 1L << 63 | 3));
    private final List<Command> way = List.of(
            new Command.Open(
                    statement(1, generator, Role.DISPATCHER),
                    new Opening(
                            Optional.empty(),
                            Optional.empty(),
                            new WasteCode("170503", true),
                            Mass.ofKilograms(8_900),
                            new Party(generator, new SiteNumber("P12345678")),
                            carrier,
                            new Party(plant, new SiteNumber("L00000042")))),
            new Command.Release(statement(2, generator, Role.DISPATCHER)),
            new Command.PickUp(statement(3, carrier, Role.DRIVER), Optional.of(Mass.ofKilograms(8_850))),
            new Command.Deliver(statement(4, carrier, Role.DRIVER)),
            new Command.Accept(statement(5, plant, Role.GATE), Mass.ofKilograms(8_840)),
            // Once more: the rules know it.
            new Command.Accept(statement(5, plant, Role.GATE), Mass.ofKilograms(8_840)));

    private static Statement statement(int number, OrganisationId by, Role role) {
        return new Statement(
                new StatementId(id(number)),
                id(0),
                new Actor(by, role, Optional.empty()),
                Instant.ofEpochMilli(NOON),
                new TreeMap<>(),
                Optional.empty());
    }

    private static UUID id(int number) {
        return new UUID(NOON << 16 | 0x7000L, 1L << 63 | number);
    }

    /** Six decisions, five of them evolved. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public org.wegweis.kernel.consignment.State decide() {
        var state = org.wegweis.kernel.consignment.State.INITIAL;
        for (Command command : way) {
            if (Consignment.decide(command, state) instanceof Decision.Accepted<Event, Refusal>(var event)) {
                state = Consignment.evolve(state, event);
            }
        }
        return state;
    }

    /** The peer: what anybody would write who needs no rules. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public Map<UUID, Command> update() {
        var map = new HashMap<UUID, Command>();
        for (Command command : way) map.put(command.statement().id().value(), command);
        return map;
    }
}
