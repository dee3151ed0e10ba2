package org.wegweis.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.projections.Projections;
import org.wegweis.projections.feed.Rebuild;
import org.wegweis.projections.feed.RecordFeed;

/** Projections alone, with a Kafka that somebody fills and a PostgreSQL that is as durable as in production. */
final class ReadModels implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final String TOPIC = "wegweis.records";

    private final EmbeddedKafkaKraftBroker kafka;
    private final EmbeddedPostgres postgres;
    private final HttpServer neighbours;
    private final ConfigurableApplicationContext projections;
    private final Iterator<EventRecord> records;
    private int published;

    /** @param open consignments on their way at a time */
    ReadModels(int open) throws IOException {
        records = new RecordStream(1, open).iterator();
        kafka = new EmbeddedKafkaKraftBroker(1, PARTITIONS, TOPIC);
        kafka.afterPropertiesSet();
        postgres = DurablePostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "1GB")
                .start();
        neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbours.createContext("/", exchange -> {
            byte[] nothing = "[]".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        neighbours.start();
        projections = Projections.application()
                .sources(Tokens.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                        "--wegweis.tracking-service.url=http://127.0.0.1:"
                                + neighbours.getAddress().getPort());
    }

    /** Every token is somebody's who reads: its text is the organisation, or the letters of an authority's Länder. */
    @Configuration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        JwtDecoder readers() {
            return token -> {
                boolean authority = token.length() == 1;
                var jwt = Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(token)
                        .issuedAt(Instant.now())
                        .expiresAt(Instant.now().plusSeconds(60))
                        .claim("roles", List.of(authority ? "authority" : "dispatcher"))
                        .claim(
                                "organisation",
                                authority ? RecordStream.organisation(0).toString() : token);
                return (authority ? jwt.claim("jurisdiction", List.of(token)) : jwt).build();
            };
        }
    }

    static String dispatcher(OrganisationId organisation) {
        return organisation.toString();
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + projections.getEnvironment().getProperty("local.server.port"));
    }

    Connection connect() throws SQLException {
        var connection = postgres.getPostgresDatabase().getConnection();
        connection.setSchema("projections");
        return connection;
    }

    void publish(int count) {
        var config =
                new HashMap<String, Object>(Map.of("bootstrap.servers", kafka.getBrokersAsString(), "linger.ms", 5));
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                EventRecord record = records.next();
                var _ = producer.send(
                        new ProducerRecord<>(TOPIC, record.subject().toString(), record.encode()));
            }
        }
        published += count;
    }

    void rebuild() {
        projections.getBean(Rebuild.class).request();
    }

    /** Until everything that was published is read. */
    void awaitRead() {
        var feed = projections.getBean(RecordFeed.class);
        var rebuild = projections.getBean(Rebuild.class);
        while (feed.position() < published - 1 || rebuild.underWay().isPresent()) LockSupport.parkNanos(20_000_000);
    }

    /** Until everything that was read was looked at for findings. */
    void awaitFindings() throws SQLException {
        try (var connection = connect();
                var left = connection.prepareStatement("select exists (select from to_inspect)")) {
            while (true) {
                try (var row = left.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) return;
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    void stopReading() {
        projections.getBean(RecordFeed.class).stop();
    }

    @Override
    public void close() throws IOException {
        projections.close();
        neighbours.stop(0);
        postgres.close();
        kafka.destroy();
    }
}
