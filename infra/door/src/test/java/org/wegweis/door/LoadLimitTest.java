package org.wegweis.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** More than a service has room for is turned away at once, and when it is over nothing of it is left. */
class LoadLimitTest {
    private static final String DOCUMENT = "{\"a\":\"" + "x".repeat(2990) + "\"}";

    private static ConfigurableApplicationContext tiny;
    private static int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        tiny = TinyService.application()
                .sources(ReadableTokens.class, AskWhenRead.class)
                .run("--wegweis.door.most-requests=3", "--wegweis.door.most-bytes=7KB");
        port = Integer.parseInt(tiny.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Test
    void a_request_too_many_is_told_to_come_again_until_there_is_room() throws Exception {
        try (var first = new Slow("{}");
                var second = new Slow("{}");
                var third = new Slow("{}")) {
            assertBusy(get("/open"));
            assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(first.finish()).contains(" 200");
            assertThat(get("/open").statusCode()).isEqualTo(200);
            assertThat(second.finish()).contains(" 200");
            assertThat(third.finish()).contains(" 200");
        }
    }

    @Test
    void bodies_too_large_together_are_told_to_come_again_and_others_are_let_in() throws Exception {
        try (var first = new Slow(DOCUMENT);
                var second = new Slow(DOCUMENT)) {
            assertBusy(post(DOCUMENT));
            assertThat(get("/open").statusCode()).isEqualTo(200);
            assertThat(first.finish()).contains(" 200");
            assertThat(post(DOCUMENT).statusCode()).isEqualTo(200);
            assertThat(second.finish()).contains(" 200");
        }
    }

    private static void assertBusy(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("https://wegweis.example/problems/busy");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        var request = request("/open/document").header("Content-Type", "application/json");
        return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Tomcat asks for the rest of a body when somebody reads it, which is inside, and not before. */
    @Configuration(proxyBeanMethods = false)
    static class AskWhenRead {
        @Bean
        TomcatConnectorCustomizer whenRead() {
            return connector -> connector.setProperty("continueResponseTiming", "onRead");
        }
    }

    /** A request that is inside, because the last byte of its body has not come yet. */
    private static final class Slow implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final String last;

        Slow(String body) throws IOException {
            last = body.substring(body.length() - 1);
            write("POST /open/document HTTP/1.1\r\nHost: tiny\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            // The service asks for the body, so the request is inside.
            assertThat(reader().readLine()).contains("100");
            write(body.substring(0, body.length() - 1));
        }

        /** Sends the last byte and gives the status line. */
        String finish() throws IOException {
            write(last);
            var reader = reader();
            String line = reader.readLine();
            while (line.isEmpty()) line = reader.readLine();
            String status = line;
            while (reader.readLine() != null) {} // to its end: then it is outside
            return status;
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
