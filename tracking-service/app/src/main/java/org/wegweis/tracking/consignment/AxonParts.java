package org.wegweis.tracking.consignment;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.store.RecordStorageEngine;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;

/**
 * Axon by its own configurer: of its Spring starter nothing would be used, and much would have to be switched off
 * (timeouts, update checker, JPA and JDBC stores, serializers).
 */
@Configuration(proxyBeanMethods = false)
class AxonParts {

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(RecordStore store, RecordWriter writer) {
        return configuration(store, writer);
    }

    static org.axonframework.config.Configuration configuration(RecordStore store, RecordWriter writer) {
        var consignment = AggregateConfigurer.defaultConfiguration(ConsignmentAggregate.class)
                // Without a cache every command reads its consignment again: a fifth of the throughput.
                .configureCache(_ -> new WeakReferenceCache())
                // Axon's own resolver looks for annotations on every command.
                .configureCommandTargetResolver(_ -> message -> new VersionedAggregateIdentifier(
                        (Object) ((Command) message.getPayload())
                                .statement()
                                .subject()
                                .toString(),
                        null));
        return DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> EmbeddedEventStore.builder()
                        .storageEngine(new RecordStorageEngine(store, writer))
                        .optimizeEventConsumption(false)
                        .build())
                .configureAggregate(consignment)
                .buildConfiguration();
    }

    @Bean
    Consignments consignments(
            org.axonframework.config.Configuration axon,
            RecordStore store,
            Directory directory,
            InstantSource clock,
            SecureRandom random) {
        CommandGateway commands = axon.commandGateway();
        return new Consignments(commands, store, directory, clock, random);
    }
}
