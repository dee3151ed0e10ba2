package org.wegweis.tracking.outage;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.outage.Command;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.outage.Outage;
import org.wegweis.kernel.outage.State;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class OutageAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    OutageAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.Report c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.UseReceipt c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.EnterReceipt c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.End c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (Outage.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new OutageRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = Outage.evolve(state, event);
    }
}
