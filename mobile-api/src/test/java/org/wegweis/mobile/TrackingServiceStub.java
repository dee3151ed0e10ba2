package org.wegweis.mobile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** Stands in for tracking-service and the issuer's token endpoint: accepts everything and remembers it. */
final class TrackingServiceStub implements AutoCloseable {
    final List<Json.Obj> stated = new CopyOnWriteArrayList<>();
    volatile boolean away;
    private final HttpServer server;

    TrackingServiceStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/oauth2/token",
                exchange -> answer(
                        exchange, Json.Obj.of().with("access_token", "a token").with("expires_in", 3600)));
        server.createContext("/api/statements", exchange -> {
            var statements = (Json.Arr) Json.parse(exchange.getRequestBody().readAllBytes());
            statements.items().forEach(statement -> stated.add((Json.Obj) statement));
            answer(
                    exchange,
                    new Json.Arr(statements.items().stream()
                            .<Json>map(statement -> Json.Obj.of()
                                    .with("id", Fields.of(statement).text("id"))
                                    .with("status", "accepted"))
                            .toList()));
        });
        server.createContext(
                "/api/consignments/",
                exchange -> answer(
                        exchange,
                        Json.Obj.of()
                                .with("path", exchange.getRequestURI().getPath())
                                .with("parties", new Json.Arr(List.of(new Json.Text(MobileApiTest.SWIFT_HAUL))))));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, Json json) throws IOException {
        byte[] body = json.canonical().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
