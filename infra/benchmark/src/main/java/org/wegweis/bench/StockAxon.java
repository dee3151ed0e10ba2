package org.wegweis.bench;

import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.wegweis.kernel.record.Uuid7;

/**
 * Axon as it comes: its JDBC event store and its Jackson serializer, a transaction a command on a pool of connections, an
 * aggregate that decides nothing. Nothing is hashed or chained.
 */
final class StockAxon implements AutoCloseable {
    private final Configuration axon;
    private final CommandGateway commands;

    StockAxon(DataSource pool) {
        var serializer = JacksonSerializer.defaultSerializer();
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection))
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        axon = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> serializer)
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(Way.class)
                .start();
        commands = axon.commandGateway();
    }

    /** Begins a way. */
    record Begin(@TargetAggregateIdentifier String way, String text) {}

    /** Goes on with it. */
    record GoOn(@TargetAggregateIdentifier String way, String text) {}

    /** What both lead to; about as long as a record. */
    record Gone(String way, String text) {}

    /** An aggregate of five events. */
    static final class Way {
        @SuppressWarnings("UnusedVariable") // Axon reads it
        @AggregateIdentifier
        private @Nullable String id; // Axon takes any other value for the one it has

        Way() {} // Axon makes it, then applies its events

        @CommandHandler
        Way(Begin begin) {
            AggregateLifecycle.apply(new Gone(begin.way(), begin.text()));
        }

        @CommandHandler
        void handle(GoOn goOn) {
            AggregateLifecycle.apply(new Gone(goOn.way(), goOn.text()));
        }

        @EventSourcingHandler
        void on(Gone gone) {
            id = gone.way();
        }
    }

    Callers.Work caller(int rowBytes) {
        var random = new Random();
        String text = "x".repeat(rowBytes);
        return new Callers.Work() {
            private UUID way = Uuid7.next(InstantSource.system(), random);
            private int version;

            @Override
            public void once() {
                commands.sendAndWait(version == 0 ? new Begin(way.toString(), text) : new GoOn(way.toString(), text));
                version = (version + 1) % 5;
                if (version == 0) way = Uuid7.next(InstantSource.system(), random);
            }
        };
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
