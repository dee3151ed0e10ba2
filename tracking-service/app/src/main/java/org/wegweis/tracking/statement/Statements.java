package org.wegweis.tracking.statement;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.PersonalValue;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.StoreProblem;
import org.wegweis.tracking.store.StoredRecord;
import org.wegweis.tracking.store.Submission;

/** Takes statements to Axon and tells a repetition from a second statement. */
public final class Statements {
    /** The vault's name for the signed statement. */
    public static final String SIGNED = "statement";

    private static final int TRIES = 5;

    private final CommandGateway commands;
    private final RecordStore store;
    private final InstantSource clock;
    private final SecureRandom random;

    public Statements(CommandGateway commands, RecordStore store, InstantSource clock, SecureRandom random) {
        this.commands = commands;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * States it. Once this returns, the record is durable.
     *
     * @param command made from the statement and the rest of the data
     * @param absent thrown if nothing of that kind was ever stated about the subject, and this does not begin it
     * @throws IdReused if the id belongs to a statement that says something else
     * @throws WrongField if a field is not what it should be
     * @throws StoreProblem if the store could not take it, or nobody knows
     */
    public Answer state(
            Submitted submitted,
            BiFunction<Statement, Fields, Stated> command,
            Supplier<? extends RuntimeException> absent) {
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
        signed.ifPresent(commitment -> vault.put(SIGNED, commitment));
        var statement = new Statement(
                submitted.id().orElseGet(() -> new StatementId(Uuid7.next(clock, random))),
                submitted.subject().orElseGet(() -> Uuid7.next(clock, random)),
                submitted.by(),
                submitted.happenedAt().orElseGet(clock::instant),
                digests,
                signed.map(Commitment::digest));
        boolean begins = begins(submitted.type());
        if (begins) requireOwnId(submitted);
        Stated made;
        try {
            made = command.apply(statement, data);
        } catch (WrongField e) {
            // What was right when it was first said stays said, though the clock or a list of codes has moved on.
            return repeated(statement.id(), submitted.content()).orElseThrow(() -> e);
        }
        return send(made, vault, submitted.content(), begins, absent);
    }

    /** Whether it begins something under an id that its sender chose. A stock's id follows from its site. */
    private static boolean begins(String type) {
        return Events.opens(type) && !Events.kind(type).equals(Events.STOCK);
    }

    /** A stock's id follows from its site, so anybody could begin something else under it. */
    private static void requireOwnId(Submitted submitted) {
        if (submitted.subject().filter(StockId::reserved).isPresent()) {
            throw new WrongField("", "must not begin under an id whose time lies beyond the year 6000");
        }
    }

    private Optional<Answer> repeated(StatementId id, byte[] content) {
        return store.find(id.value())
                .filter(first -> first.sameContent(content))
                .map(first -> new Answer(first, true));
    }

    private Answer send(
            Stated command,
            Map<String, Commitment> vault,
            byte[] content,
            boolean begins,
            Supplier<? extends RuntimeException> absent) {
        for (int tried = 1; ; tried++) {
            var placed = new CompletableFuture<StoredRecord>();
            try {
                commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(new Submission(vault, content, begins && tried == 1, placed).asMetaData()));
                return new Answer(placed.join(), false);
            } catch (StatementKnown | StoreProblem.IdTaken known) {
                return firstAnswer(command.statement().id(), content);
            } catch (Refused e) {
                // A room that keeps no statement ids refuses a repetition too, as it would what comes too late.
                return repeated(command.statement().id(), content).orElseThrow(() -> e);
            } catch (AggregateNotFoundException | IncompatibleAggregateException e) { // nothing, or of another kind
                throw absent.get();
            } catch (ConcurrencyException e) {
                // Another was first. Asked again, the rules decide on what is there.
                if (tried == TRIES) throw e;
            }
        }
    }

    private Answer firstAnswer(StatementId id, byte[] content) {
        return repeated(id, content).orElseThrow(() -> new IdReused(id));
    }

    private Hash salt() {
        byte[] salt = new byte[Hash.LENGTH];
        random.nextBytes(salt);
        return Hash.of(salt);
    }
}
