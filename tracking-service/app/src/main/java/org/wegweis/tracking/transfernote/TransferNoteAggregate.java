package org.wegweis.tracking.transfernote;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.transfernote.Command;
import org.wegweis.kernel.transfernote.Event;
import org.wegweis.kernel.transfernote.State;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class TransferNoteAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    TransferNoteAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.Issue c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Sign c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Enter c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.UndoEntry c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Cancel c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (TransferNote.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new TransferNoteRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = TransferNote.evolve(state, event);
    }
}
