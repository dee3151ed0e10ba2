package org.wegweis.projections;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plays tracking-service and ledger-bridge: tells what it was told to tell, to those who bring a token. */
final class ToldNeighbours implements AutoCloseable {
    final Map<String, String> told = new ConcurrentHashMap<>();
    volatile boolean away;
    private final HttpServer server;

    ToldNeighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = told.get(exchange.getRequestURI().toString());
                boolean open = exchange.getRequestURI().getPath().equals("/api/status");
                boolean known =
                        "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
                if (away || body == null || !(open || known)) {
                    exchange.sendResponseHeaders(away ? 503 : 404, -1);
                    return;
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
