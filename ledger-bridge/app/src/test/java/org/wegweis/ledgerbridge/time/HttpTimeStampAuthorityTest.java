package org.wegweis.ledgerbridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;
import org.wegweis.evidence.time.TimeStampAuthorityContract;

class HttpTimeStampAuthorityTest extends TimeStampAuthorityContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Imprint SOMETHING =
            Imprint.of(HashAlgorithm.SHA_256, "something".getBytes(StandardCharsets.UTF_8));

    private final MovableClock clock = new MovableClock(NOON);
    private final TestAuthority elsewhere = TestAuthority.generate(Duration.ofDays(3650), clock, new SecureRandom());
    private volatile UnaryOperator<byte[]> answers = elsewhere::answer;
    private volatile int status = 200;
    private final HttpServer server = nobody();

    private static HttpServer nobody() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void an_authority_at_a_url() {
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean query = "application/timestamp-query"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
                byte[] body = answers.apply(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(query ? status : 415, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Override
    protected TimeStampAuthority authority() {
        return at(Duration.ofSeconds(20));
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    private HttpTimeStampAuthority at(Duration timeout) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
        return new HttpTimeStampAuthority(url, elsewhere.anchors(), timeout, clock);
    }

    @Test
    void an_answer_to_another_query_is_wrong() {
        var sent = new ArrayList<byte[]>();
        answers = query -> {
            sent.add(elsewhere.answer(query));
            return sent.getFirst();
        };
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Stamped.class);
        // the same token again has the nonce of the first query
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void a_token_of_a_stranger_is_wrong() {
        var stranger = TestAuthority.generate(Duration.ofDays(3650), clock, new SecureRandom());
        answers = stranger::answer;
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void a_changed_token_is_wrong() {
        answers = query -> {
            byte[] answer = elsewhere.answer(query);
            answer[answer.length - 5] ^= 1;
            return answer;
        };
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void an_authority_whose_clock_is_far_from_ours_is_wrong() {
        var late = TestAuthority.of(
                elsewhere.privateKey(),
                Certificates.encoded(elsewhere.certificate()),
                () -> NOON.plusSeconds(3600),
                new SecureRandom());
        answers = late::answer;
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void what_is_no_answer_is_wrong() {
        answers = query -> "<html>".getBytes(StandardCharsets.UTF_8);
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void a_refusal_is_said_as_such() {
        answers = query -> elsewhere.answer(new byte[0]);
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_server_in_trouble_is_away() {
        status = 503;
        assertThat(authority().stamp(SOMETHING)).isEqualTo(new Answer.Away("HTTP 503"));
    }

    @Test
    void nobody_at_the_url_is_away() {
        server.stop(0);
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Away.class);
    }

    @Test
    void an_endless_answer_is_not_read_to_its_end() {
        answers = query -> new byte[5 << 20];
        assertThat(authority().stamp(SOMETHING)).isInstanceOf(Answer.Away.class);
    }

    @Test
    void a_silent_authority_is_away() {
        var never = new CountDownLatch(1);
        answers = query -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        };
        assertThat(at(Duration.ofMillis(200)).stamp(SOMETHING)).isInstanceOf(Answer.Away.class);
        never.countDown();
    }
}
