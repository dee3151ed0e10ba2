package org.wegweis.tracking.consignment;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class ConsignmentAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    ConsignmentAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.Open c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Release c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.PickUp c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.HandOver c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.TakeOver c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.EnterTransferNote c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Deliver c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Accept c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.AcceptInPart c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Reject c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.TakeBack c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Correct c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.AgreeTo c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Decline c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Cancel c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (Consignment.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new CommandRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = Consignment.evolve(state, event);
    }
}
