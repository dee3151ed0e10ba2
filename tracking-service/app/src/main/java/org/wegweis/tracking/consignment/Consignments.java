package org.wegweis.tracking.consignment;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.PersonalValue;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.StoreProblem;
import org.wegweis.tracking.store.StoredRecord;
import org.wegweis.tracking.store.Submission;

/** Takes statements about consignments to Axon and tells a repetition from a second statement. */
public final class Consignments {
    /** The vault's name for the signed statement. */
    static final String STATEMENT = "statement";

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final RecordStore store;
    private final Directory directory;
    private final InstantSource clock;
    private final SecureRandom random;

    public Consignments(
            CommandGateway commands, RecordStore store, Directory directory, InstantSource clock, SecureRandom random) {
        this.commands = commands;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /**
     * States it. Once this returns, the record is durable.
     *
     * @throws CommandRefused if the rules forbid it
     * @throws IdReused if the id belongs to a statement that says something else
     * @throws org.wegweis.kernel.json.WrongField if a field is not what it should be
     * @throws StoreProblem if the store could not take it, or nobody knows
     */
    Answer state(Submitted submitted) {
        var vault = new HashMap<String, Commitment>();
        var digests = new TreeMap<PersonalValue, Hash>();
        var data = Fields.of(submitted.data(), submitted.pointer());
        data.optionalObject("personal").ifPresent(personal -> {
            for (String name : personal.names()) {
                var kind = personal.named(name, PersonalValue::parse);
                var commitment = new Commitment(personal.text(name), salt());
                vault.put(kind.text(), commitment);
                digests.put(kind, commitment.digest());
            }
        });
        var signed = submitted.jws().map(jws -> new Commitment(jws, salt()));
        signed.ifPresent(commitment -> vault.put(STATEMENT, commitment));
        var statement = new Statement(
                submitted.id().orElseGet(() -> new StatementId(Uuid7.next(clock, random))),
                submitted.consignment().map(ConsignmentId::value).orElseGet(() -> Uuid7.next(clock, random)),
                submitted.by(),
                submitted.happenedAt().orElseGet(clock::instant),
                digests,
                signed.map(Commitment::digest));
        var command = ConsignmentJson.command(submitted.type(), statement, data, WasteCatalogue.AVV_2020);
        if (command instanceof Command.Open open) directory.requireKnown(open.opening(), submitted.pointer());
        return send(command, vault, submitted.content());
    }

    private Answer send(Command command, Map<String, Commitment> vault, byte[] content) {
        for (int tried = 1; ; tried++) {
            var placed = new CompletableFuture<StoredRecord>();
            try {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(new Submission(vault, content, placed).asMetaData()));
                return new Answer(placed.join(), false);
            } catch (StatementKnown | StoreProblem.IdTaken known) {
                return firstAnswer(command.statement().id(), content);
            } catch (AggregateNotFoundException e) {
                throw new CommandRefused(new Refusal.NotOpened());
            } catch (ConcurrencyException e) {
                // Another node was first. Asked again, the rules decide on what it left.
                if (tried == TRIES) throw e;
            }
        }
    }

    private Answer firstAnswer(StatementId id, byte[] content) {
        var first = store.find(id.value()).orElseThrow();
        if (!first.sameContent(content)) throw new IdReused(id);
        return new Answer(first, true);
    }

    /** Where the consignment stands, from its records. */
    State state(ConsignmentId id) {
        State state = State.INITIAL;
        for (var stored : store.of(id.value(), 0)) {
            state = Consignment.evolve(state, ConsignmentJson.event(stored.parsed()));
        }
        return state;
    }

    /** What was stated, if there is such a consignment. */
    Optional<State.Existing> existing(ConsignmentId id) {
        return state(id) instanceof State.Existing existing ? Optional.of(existing) : Optional.empty();
    }

    private Hash salt() {
        byte[] salt = new byte[Hash.LENGTH];
        random.nextBytes(salt);
        return Hash.of(salt);
    }
}
