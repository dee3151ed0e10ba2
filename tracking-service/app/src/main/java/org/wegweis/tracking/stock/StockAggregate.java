package org.wegweis.tracking.stock;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.stock.Command;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.State;
import org.wegweis.kernel.stock.Stock;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class StockAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    StockAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.Begin c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.TakeIn c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.CorrectIntake c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Count c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Treat c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.PassOn c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.UndoPassOn c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (Stock.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new StockRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = Stock.evolve(state, event);
    }
}
