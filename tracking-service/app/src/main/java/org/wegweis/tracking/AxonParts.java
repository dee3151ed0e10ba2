package org.wegweis.tracking;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.tracking.certificate.CertificateAggregate;
import org.wegweis.tracking.consignment.ConsignmentAggregate;
import org.wegweis.tracking.outage.OutageAggregate;
import org.wegweis.tracking.permit.PermitAggregate;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.stock.StockAggregate;
import org.wegweis.tracking.store.RecordStorageEngine;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;
import org.wegweis.tracking.transfernote.TransferNoteAggregate;

/**
 * Axon by its own configurer: of its Spring starter nothing would be used, and much would have to be switched off
 * (timeouts, update checker, JPA and JDBC stores, serializers).
 */
@Configuration(proxyBeanMethods = false)
public class AxonParts {

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(RecordStore store, RecordWriter writer, SecureRandom random) {
        return configuration(new RecordStorageEngine(store, writer, random));
    }

    /** Axon with every aggregate there is, not started. */
    public static org.axonframework.config.Configuration configuration(EventStorageEngine engine) {
        return DefaultConfigurer.defaultConfiguration(false)
                // A record names its statement; nobody reads which message caused which.
                .configureCorrelationDataProviders(_ -> List.of())
                .configureEventStore(configuration -> EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .optimizeEventConsumption(false)
                        .build())
                .configureAggregate(aggregate(ConsignmentAggregate.class, new WeakReferenceCache()))
                .configureAggregate(aggregate(CertificateAggregate.class, new WeakReferenceCache()))
                .configureAggregate(aggregate(TransferNoteAggregate.class, new WeakReferenceCache()))
                // A plant's stock is read from a hundred thousand records: it is kept, and there is one a plant.
                .configureAggregate(aggregate(StockAggregate.class, new KeptCache()))
                .configureAggregate(aggregate(PermitAggregate.class, new WeakReferenceCache()))
                .configureAggregate(aggregate(OutageAggregate.class, new WeakReferenceCache()))
                .buildConfiguration();
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type, Cache cache) {
        return AggregateConfigurer.defaultConfiguration(type)
                // Without a cache every command reads its subject again: a fifth of the throughput.
                .configureCache(_ -> cache)
                // Axon's own resolver looks for annotations on every command.
                .configureCommandTargetResolver(_ -> message -> new VersionedAggregateIdentifier(
                        (Object) ((Stated) message.getPayload())
                                .statement()
                                .subject()
                                .toString(),
                        null));
    }

    @Bean
    Statements statements(
            org.axonframework.config.Configuration axon, RecordStore store, InstantSource clock, SecureRandom random) {
        return new Statements(axon.commandGateway(), store, clock, random);
    }
}
