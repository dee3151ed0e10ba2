package org.wegweis.ledgerbridge.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.Sealer;

/** A whole bridge whose heads a consortium seals, and what it tells of that. */
@SpringBootTest(
        properties = {
            "spring.config.name=ledger-bridge",
            "wegweis.ledger.kind=fabric",
            "wegweis.sealing.every=PT1H",
            "wegweis.ordering.pause=PT1H",
            "wegweis.time-stamps.every=PT1H",
            "spring.kafka.bootstrap-servers=127.0.0.1:1"
        })
@AutoConfigureMockMvc
@DirtiesContext
class FabricBridgeTest {
    private static final EmbeddedPostgres postgres = Databases.start();
    private static final SmallNetwork network = new SmallNetwork();

    @Autowired
    MockMvcTester http;

    @Autowired
    LogStore log;

    @Autowired
    Sealer sealer;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Databases.fresh(postgres);
        Path keys = Files.createTempDirectory("keys");
        var settings = network.settings(network.channel.client, 0, 1);
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("wegweis.keys", keys::toString);
        String prefix = "wegweis.ledger.fabric.";
        registry.add(prefix + "channel", settings::channel);
        registry.add(prefix + "genesis", settings::genesis);
        registry.add(prefix + "msp-id", settings::mspId);
        registry.add(prefix + "certificate", settings::certificate);
        registry.add(prefix + "key", settings::key);
        for (int i = 0; i < settings.peers().size(); i++) {
            String address = settings.peers().get(i).address();
            registry.add(prefix + "peers[" + i + "].address", () -> address);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        network.close();
        postgres.close();
    }

    @AfterEach
    void everybody_is_there_again() {
        network.away.clear();
    }

    private void grow(int entries) {
        long size = log.size();
        log.append(
                size,
                IntStream.range(0, entries)
                        .mapToObj(i -> Hash.sha256(new byte[] {(byte) (size + i)}))
                        .toList());
    }

    private String get(String path) {
        var answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatus(200);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void it_seals_on_the_channel_and_tells_who_endorsed_and_what_is_the_matter() {
        grow(3);
        assertThat(get("/api/status")).contains("\"ledger\":\"fabric\"", "\"independent\":false");
        sealer.signAndSeal();
        assertThat(get("/api/status")).contains("\"independent\":true");
        assertThat(get("/api/ledger"))
                .contains("\"alarms\":[]", "\"sealedSize\":3", "\"endorsers\":[\"Peer1MSP\",\"Peer2MSP\",\"Peer3MSP\"]")
                .contains("\"origin\":\"wegweis.example/log\",\"owner\":\"Peer1MSP\"");
        var trust = Trust.parse(get("/trust").getBytes(StandardCharsets.UTF_8));
        assertThat(trust.ledger()).isEqualTo(new Trust.Channel("seals", "seals", network.channel.genesis()));

        network.away.addAll(SmallNetwork.MEMBERS);
        grow(2);
        assertThatThrownBy(sealer::signAndSeal).isInstanceOf(LedgerAway.class);
        assertThat(get("/api/status")).contains("\"signedSize\":5", "\"sealedSize\":3");
        assertThat(get("/actuator/health")).contains("\"backlog\":1");

        network.away.clear();
        sealer.signAndSeal();
        assertThat(get("/api/status")).contains("\"sealedSize\":5");
    }

    @Test
    void the_page_is_there_for_anybody_and_loads_nothing_from_elsewhere() {
        var page = http.get().uri("/ledger").accept(MediaType.TEXT_HTML).exchange();
        assertThat(page).hasStatus(200).hasContentType("text/html;charset=UTF-8");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page).bodyText().doesNotContain("https://", "http://");
        get("/ledger/ledger.js");
        get("/ledger/ledger.css");
    }
}
