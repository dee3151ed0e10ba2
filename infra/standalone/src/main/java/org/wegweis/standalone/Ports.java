package org.wegweis.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where everything listens: the doors from one base port upwards, the inner ports wherever they were the last time.
 *
 * @param base the identity provider's port; the other doors follow it
 */
record Ports(int base) {
    static final String VARIABLE = "WEGWEIS_BASE_PORT";
    static final int DEFAULT_BASE = 8079;
    private static final int DOORS = 5;
    private static final int HIGHEST = 65_535;

    static Ports parse(Map<String, String> environment) throws StartProblem {
        String text = environment.getOrDefault(VARIABLE, "");
        if (text.isEmpty()) return new Ports(DEFAULT_BASE);
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > HIGHEST - (DOORS - 1)) {
            throw new StartProblem(
                    VARIABLE + " is " + text + ", and should be a port from 1 to " + (HIGHEST - (DOORS - 1)) + ".");
        }
        return new Ports(Integer.parseInt(text));
    }

    int of(Service service) {
        return base + service.offset();
    }

    URI uri(int offset) {
        return URI.create("http://127.0.0.1:" + (base + offset));
    }

    void requireFree() throws StartProblem {
        for (int port = base; port < base + DOORS; port++) {
            if (!free(port)) {
                throw new StartProblem("Port " + port + " is taken by another program; " + VARIABLE
                        + " moves all five doors (now " + base + " to " + (base + DOORS - 1) + ").");
            }
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of the last run may still be dying
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The named inner ports: those that the file remembers where they are free, others otherwise; written back. */
    static Map<String, Integer> inner(Path file, String... names) throws IOException {
        var remembered = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                remembered.load(reader);
            }
        }
        var ports = new LinkedHashMap<String, Integer>();
        Set<Integer> given = new HashSet<>();
        for (String name : names) {
            int port = remembered(remembered.getProperty(name, ""));
            while (port == 0 || !given.add(port) || !free(port)) port = any();
            ports.put(name, port);
        }
        var lines = new StringBuilder();
        ports.forEach(
                (name, port) -> lines.append(name).append('=').append(port).append('\n'));
        Files.writeString(file, lines);
        return ports;
    }

    private static int remembered(String text) {
        return text.matches("[1-9]\\d{3,4}") && Integer.parseInt(text) <= HIGHEST ? Integer.parseInt(text) : 0;
    }

    private static int any() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
