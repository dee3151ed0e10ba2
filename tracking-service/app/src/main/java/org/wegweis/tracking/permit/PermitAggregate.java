package org.wegweis.tracking.permit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.permit.Command;
import org.wegweis.kernel.permit.Event;
import org.wegweis.kernel.permit.Permit;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class PermitAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    PermitAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.File c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Acknowledge c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Withdraw c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.GiveUp c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (Permit.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new PermitRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = Permit.evolve(state, event);
    }
}
