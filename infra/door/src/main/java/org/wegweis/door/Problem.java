package org.wegweis.door;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** An answer that says no, as a problem document (RFC 9457). */
public final class Problem extends RuntimeException {
    private static final String TYPES = "https://wegweis.example/problems/";

    private final HttpStatus status;
    private final String slug;
    private final String detail;
    private Optional<String> field = Optional.empty();
    private Optional<Duration> retryAfter = Optional.empty();
    private Optional<String> paragraph = Optional.empty();
    private Optional<String> german = Optional.empty();

    /**
     * A problem.
     *
     * @param slug the last part of its {@code type}; programs switch on it, so it never changes
     * @param detail what is the case and what would be right
     */
    public Problem(HttpStatus status, String slug, String detail) {
        super(slug, null, false, false); // an answer, not a fault: no stack trace
        this.status = status;
        this.slug = slug;
        this.detail = detail;
    }

    /** Of that field, as a JSON pointer (RFC 6901) or a parameter's name. */
    public Problem at(String field) {
        this.field = Optional.of(field);
        return this;
    }

    /** Which goes away: ask again after that time. */
    public Problem retryAfter(Duration duration) {
        this.retryAfter = Optional.of(duration);
        return this;
    }

    /**
     * By a rule of law.
     *
     * @param paragraph that carries it, for example {@code NachwV §3(3)}; empty where none does
     * @param german what is the case and what would be right, in German
     */
    public Problem by(String paragraph, String german) {
        this.paragraph = Optional.of(paragraph).filter(it -> !it.isEmpty());
        this.german = Optional.of(german);
        return this;
    }

    /** Where only HTTP's own reason is known: its words are the slug. */
    static Problem of(HttpStatus status, String detail) {
        String slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new Problem(status, slug, detail);
    }

    /** What nobody foresaw; why is in the log only. */
    static Problem internal() {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something failed here. It was noted; nothing changed.");
    }

    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** Another part of the system is away; asking again later helps. */
    public static Problem away(String what) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "away", what + " is away. Ask again shortly.")
                .retryAfter(Duration.ofSeconds(5));
    }

    /** A value at a field is not what it should be. */
    public static Problem wrongField(String field, String expectation) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "wrong-field",
                        (field.isEmpty() ? "The document" : field) + " " + expectation)
                .at(field);
    }

    /**
     * A value that text is parsed into.
     *
     * @param field where the text stands, as a JSON pointer or a parameter's name
     * @throws Problem that names the field, if the text is no such value
     */
    public static <T> T parsed(String field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrongField(field, "is not valid: " + e.getMessage());
        }
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String detail() {
        return detail;
    }

    public Optional<String> field() {
        return field;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The document itself. */
    public ProblemDetail document() {
        var document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create(TYPES + slug));
        String words = slug.replace('-', ' ');
        document.setTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        field.ifPresent(pointer -> document.setProperty("field", pointer));
        paragraph.ifPresent(text -> document.setProperty("paragraph", text));
        german.ifPresent(text -> document.setProperty("detailGerman", text));
        return document;
    }
}
