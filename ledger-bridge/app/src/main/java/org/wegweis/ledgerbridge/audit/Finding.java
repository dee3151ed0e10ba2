package org.wegweis.ledgerbridge.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/**
 * One place that is not as it should be. The codes of its words, and the names of its details, never change: programs
 * read them.
 *
 * @param details what is known of it: {@code position} (for a head its size), {@code through} (the last position, where
 *     several in a row are meant), {@code other} (the other place of an exchange, or the one whose record stands here),
 *     {@code place} in words, {@code subject}, {@code version}, {@code found} and {@code expected} (hashes), {@code
 *     pointers} (JSON pointers of the fields that differ), {@code values} (of those fields, when asked for)
 */
record Finding(Source source, Kind kind, Known known, Json.Obj details) {

    /** Where it is; what is graver comes first. */
    enum Source {
        LOG,
        CHECKPOINT,
        SEAL,
        ENTRIES,
        TILE,
        STORE,
        TOPIC
    }

    /** What was done to it. */
    enum Kind {
        /** A signed head states another root than the log has. */
        CONTRADICTS,
        CHANGED,
        DROPPED,
        DOUBLED,
        SWAPPED,
        ADDED
    }

    /** Why that is known. */
    enum Known {
        /** A signed head of the log vouches for what should stand there. */
        SIGNED_LOG,
        /** The seal's countersigned copy says so. */
        SEAL,
        /** It does not fit what stands beside it: a column its record, a record its chain, a tile the log's size. */
        ITSELF,
        /** No signed head vouches for it; it is what most of the sources say. */
        MOST_SOURCES
    }

    static Finding of(Source source, Kind kind, Known known) {
        return new Finding(source, kind, known, Json.Obj.of());
    }

    static Finding of(Source source, Kind kind, Known known, long position) {
        return of(source, kind, known).with("position", position);
    }

    Finding known(Known how) {
        return new Finding(source, kind, how, details);
    }

    Finding with(String name, long value) {
        return new Finding(source, kind, known, details.with(name, value));
    }

    Finding with(String name, Object value) {
        return new Finding(source, kind, known, details.with(name, value.toString()));
    }

    Finding with(String name, Optional<?> value) {
        return value.map(it -> with(name, it)).orElse(this);
    }

    Finding with(Differences differences, boolean values) {
        var more = details.with("pointers", texts(differences.pointers()));
        if (values) more = more.with("values", texts(differences.values()));
        return new Finding(source, kind, known, more);
    }

    Finding without(String... names) {
        var fewer = new LinkedHashMap<>(details.members());
        for (String name : names) fewer.remove(name);
        return new Finding(source, kind, known, new Json.Obj(fewer));
    }

    Optional<Long> number(String name) {
        return details.members().get(name) instanceof Json.Num(double value)
                ? Optional.of((long) value)
                : Optional.empty();
    }

    Optional<String> text(String name) {
        return details.members().get(name) instanceof Json.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /** Where it is in the order of the report; what has no position comes last. */
    long position() {
        return number("position").orElse(Long.MAX_VALUE);
    }

    /** As one line of the report. */
    Json.Obj json() {
        return details.with("source", code(source)).with("kind", code(kind)).with("known", code(known));
    }

    static Finding parse(Json json) {
        var fields = Fields.of(json);
        var details = Json.Obj.of();
        for (String name : fields.names()) {
            if (!List.of("source", "kind", "known").contains(name)) {
                details = details.with(name, fields.take(name).orElseThrow());
            }
        }
        return new Finding(
                fields.parsed("source", text -> Source.valueOf(name(text))),
                fields.parsed("kind", text -> Kind.valueOf(name(text))),
                fields.parsed("known", text -> Known.valueOf(name(text))),
                details);
    }

    /** For people, one line. */
    String line() {
        var words = new ArrayList<String>();
        words.add(code(source) + " " + code(kind));
        number("position")
                .ifPresent(at -> words.add("position " + at
                        + number("through").map(to -> " to " + to).orElse("")));
        number("other").ifPresent(at -> words.add((kind == Kind.SWAPPED ? "with " : "holds ") + at));
        text("place").ifPresent(words::add);
        text("subject").ifPresent(id -> words.add("subject " + id));
        number("version").ifPresent(version -> words.add("version " + version));
        text("found").ifPresent(hash -> words.add("stands " + hash));
        text("expected").ifPresent(hash -> words.add("should be " + hash));
        list("pointers").ifPresent(pointers -> words.add("differs at \"" + String.join("\" \"", pointers) + "\""));
        list("values").ifPresent(words::addAll);
        words.add("known from " + code(known));
        return String.join(", ", words);
    }

    private Optional<List<String>> list(String name) {
        if (!(details.members().get(name) instanceof Json.Arr(var items))) return Optional.empty();
        return Optional.of(items.stream()
                .map(item -> item instanceof Json.Text(String text) ? text : item.canonical())
                .toList());
    }

    private static Json.Arr texts(List<String> texts) {
        return new Json.Arr(texts.stream().<Json>map(Json.Text::new).toList());
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
