package org.wegweis.ledgerbridge.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.wegweis.kernel.json.Json;

/** Where two records differ, as JSON pointers (RFC 6901); the empty pointer where one of them is no JSON. */
final class Differences {
    private final List<String> pointers = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    static Differences between(byte[] found, byte[] expected) {
        var differences = new Differences();
        try {
            differences.compare("", Optional.of(Json.parse(found)), Optional.of(Json.parse(expected)));
        } catch (IllegalArgumentException _) {
            // whoever spoils the grammar hides what else was changed
        }
        // the same values in another spelling, or no values at all
        if (differences.pointers.isEmpty()) differences.pointers.add("");
        return differences;
    }

    List<String> pointers() {
        return pointers;
    }

    /** Each as {@code pointer: what stands there -> what should}. */
    List<String> values() {
        return values;
    }

    private void compare(String at, Optional<Json> found, Optional<Json> expected) {
        if (found.equals(expected)) return;
        if (found.orElse(null) instanceof Json.Obj(var some) && expected.orElse(null) instanceof Json.Obj(var others)) {
            var names = new TreeSet<>(some.keySet());
            names.addAll(others.keySet());
            for (String name : names) {
                compare(
                        at + "/" + name.replace("~", "~0").replace("/", "~1"),
                        Optional.ofNullable(some.get(name)),
                        Optional.ofNullable(others.get(name)));
            }
        } else if (found.orElse(null) instanceof Json.Arr(var some)
                && expected.orElse(null) instanceof Json.Arr(var others)) {
            for (int i = 0; i < Math.max(some.size(), others.size()); i++)
                compare(at + "/" + i, item(some, i), item(others, i));
        } else {
            pointers.add(at);
            values.add(at + ": " + text(found) + " -> " + text(expected));
        }
    }

    private static Optional<Json> item(List<Json> items, int i) {
        return i < items.size() ? Optional.of(items.get(i)) : Optional.empty();
    }

    private static String text(Optional<Json> json) {
        return json.map(Json::canonical).orElse("nothing");
    }
}
