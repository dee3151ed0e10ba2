package org.wegweis.tracking.certificate;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.Command;
import org.wegweis.kernel.certificate.Event;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.tracking.statement.StatementKnown;

/** Loads, asks, appends. No rule lives here. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the identifier is Axon's to read
public final class CertificateAggregate {
    @AggregateIdentifier
    private String id;

    private State state = State.INITIAL;

    CertificateAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Command.Declare c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.AcceptDeclaration c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Submit c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.AcknowledgeReceipt c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.DemandPapers c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.SupplyPapers c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Confirm c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Refuse c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.OrderConfirmation c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Revoke c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.LetTimePass c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Draw c, MetaData beside) {
        ask(c, beside);
    }

    @CommandHandler
    void handle(Command.Settle c, MetaData beside) {
        ask(c, beside);
    }

    private void ask(Command command, MetaData beside) {
        switch (Certificate.decide(command, state)) {
            case Decision.Accepted(var event) -> AggregateLifecycle.apply(event, beside);
            case Decision.Known(var known) -> throw new StatementKnown(known);
            case Decision.Refused(var why) -> throw new CertificateRefused(why);
        }
    }

    @EventSourcingHandler
    void on(Event event) {
        id = event.statement().subject().toString();
        state = Certificate.evolve(state, event);
    }
}
