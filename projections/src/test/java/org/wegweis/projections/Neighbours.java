package org.wegweis.projections;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for tracking-service and ledger-bridge. */
final class Neighbours implements AutoCloseable {
    volatile boolean away;
    volatile long sealed;
    volatile long signed;
    final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private final HttpServer server;

    Neighbours() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/organisations",
                exchange -> answer(exchange, """
                [{"id":"%s","name":"Grünhügel Bau GmbH","sites":[{"number":"P12345678","name":"Baustelle","place":"Potsdam"}]},
                 {"id":"%s","name":"Flott Transporte GmbH","sites":[]}]
                """.formatted(ProjectionsTest.GREEN_HILL, ProjectionsTest.SWIFT_HAUL)));
        server.createContext(
                "/api/status",
                exchange -> answer(
                        exchange,
                        "{\"records\":9,\"signedSize\":" + signed + ",\"sealedSize\":" + sealed
                                + ",\"ledger\":\"local\",\"independent\":false}"));
        server.createContext("/api/disclosures", exchange -> {
            String all = records.keySet().stream()
                    .map(id -> "{\"consignment\":\"" + id + "\",\"id\":\"" + id + "\"}")
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
            answer(
                    exchange,
                    exchange.getRequestURI().getQuery().replace('+', ' ').endsWith("B-XY 123")
                            ? "[" + all + "]"
                            : "[]");
        });
        server.createContext("/api/consignments/", exchange -> {
            String id = exchange.getRequestURI().getPath().split("/", -1)[3];
            String all = records.getOrDefault(id, List.of()).stream()
                    .map(
                            bytes -> "{\"position\":0,\"record\":\""
                                    + Base64.getEncoder().encodeToString(bytes)
                                    + "\",\"disclosures\":[{\"name\":\"plate\",\"value\":\"B-XY 123\",\"salt\":\"s\"}],\"statement\":null}")
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
            answer(exchange, "[" + all + "]");
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
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
