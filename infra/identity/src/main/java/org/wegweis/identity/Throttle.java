package org.wegweis.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down whoever guesses: after five wrong passwords in a row a sign-in name waits, the right one too. */
final class Throttle extends OncePerRequestFilter {
    static final String SIGN_IN = "/login";
    static final String TOKEN = "/oauth2/token";
    static final int WRONG_IN_A_ROW = 5;
    static final Duration WAIT = Duration.ofSeconds(30);
    private static final int MOST_NAMES = 10_000;
    private static final String BASIC = "Basic ";

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** So many in a row, the last one then. */
    private record Wrong(int times, Instant last) {}

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean page = request.getRequestURI().equals(SIGN_IN);
        var name = !"POST".equals(request.getMethod())
                ? Optional.<String>empty()
                : page ? Optional.ofNullable(request.getParameter("username")) : client(request);
        if (name.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!waits(name.get())) {
            chain.doFilter(request, response);
            note(name.get(), response, page);
        } else if (page) {
            response.sendRedirect(SIGN_IN + "?wait");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(WAIT.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    /** As whom a client signs in (RFC 6749 §2.3.1), right or wrong. */
    private static Optional<String> client(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) return Optional.empty();
        try {
            byte[] credentials =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String name = new String(credentials, StandardCharsets.UTF_8).split(":", 2)[0];
            return Optional.of(URLDecoder.decode(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) { // nobody signs in with that
            return Optional.empty();
        }
    }

    private synchronized boolean waits(String name) {
        var known = wrong.get(name);
        return known != null
                && known.times() >= WRONG_IN_A_ROW
                && clock.instant().isBefore(known.last().plus(WAIT));
    }

    private synchronized void note(String name, HttpServletResponse response, boolean page) {
        boolean refused = page
                ? String.valueOf(response.getHeader(HttpHeaders.LOCATION)).endsWith(SIGN_IN + "?error")
                : response.getStatus() == HttpStatus.UNAUTHORIZED.value();
        boolean signedIn = response.getStatus() == (page ? HttpStatus.FOUND : HttpStatus.OK).value();
        if (refused) {
            var known = wrong.remove(name); // and in again: the names tried longest ago are forgotten first
            wrong.put(name, new Wrong(known == null ? 1 : known.times() + 1, clock.instant()));
        } else if (signedIn) {
            wrong.remove(name);
        }
    }
}
