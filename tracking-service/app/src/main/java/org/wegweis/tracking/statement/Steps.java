package org.wegweis.tracking.statement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The steps that may be taken with a subject: the last part of a path, for example {@code pick-up}, and the type of the
 * event that it asks for.
 */
public record Steps(Map<String, String> types) {
    public Steps {
        types = Map.copyOf(types);
    }

    /** The event that the request's path asks for; the paths of a controller are those of its steps. */
    public String type(HttpServletRequest request) {
        String pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                .toString();
        return Objects.requireNonNull(types.get(pattern.substring(pattern.lastIndexOf('/') + 1)));
    }
}
