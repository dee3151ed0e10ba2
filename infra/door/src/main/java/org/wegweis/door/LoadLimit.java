package org.wegweis.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns requests away at once when more are inside than the service has room for: by their number, and by the bytes of their
 * bodies. Threads are virtual and bound nothing. What operators look at is always let in.
 */
final class LoadLimit extends OncePerRequestFilter {
    private final ComingAgain comingAgain = new ComingAgain();
    private final Semaphore requests;
    private final Semaphore bytes;
    private final int largestBody;
    private final ProblemResponse responses;

    /**
     * A limit for one service.
     *
     * @param largestBody what a body counts whose length is not announced
     * @param bodies bytes of all bodies that are inside; at least {@code largestBody}
     */
    LoadLimit(int requests, int largestBody, int bodies, ProblemResponse responses) {
        this.requests = new Semaphore(requests);
        this.bytes = new Semaphore(Math.max(bodies, largestBody));
        this.largestBody = largestBody;
        this.responses = responses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int body = body(request);
        if (!requests.tryAcquire()) {
            responses.write(response, busy());
            return;
        }
        try {
            if (!bytes.tryAcquire(body)) {
                responses.write(response, busy());
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                bytes.release(body);
            }
        } finally {
            requests.release();
        }
    }

    private int body(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced >= 0) return (int) Math.min(announced, largestBody); // beyond it is refused
        return request.getHeader("Transfer-Encoding") == null ? 0 : largestBody;
    }

    private Problem busy() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "More is asked than can be answered. Nothing was done; send it again.")
                .retryAfter(comingAgain.after(System.nanoTime()));
    }
}
