package org.wegweis.ledgerbridge.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.wegweis.kernel.json.Json;
import org.wegweis.ledgerbridge.audit.Finding.Kind;
import org.wegweis.ledgerbridge.audit.Finding.Known;
import org.wegweis.ledgerbridge.audit.Finding.Source;

/**
 * Genuine records of one source that stand in other places than their own. What was done shows only when all of them are
 * known: two that were exchanged, one that stands twice, or a row of places that moved up because one was taken out
 * before them. Places that follow each other and moved alike are kept as one, so that a million of them need no more room
 * than one.
 */
final class Placement {
    private final Source source;
    private final List<Run> runs = new ArrayList<>();

    Placement(Source source) {
        this.source = source;
    }

    /** Places that hold the records of the places so many further on; before them, if it is negative. */
    private record Run(long from, long through, long shift) {
        boolean has(long place) {
            return from <= place && place <= through;
        }

        boolean holds(long record) {
            return has(record - shift);
        }
    }

    /** The place holds the record of another one. Places come in rising order. */
    void holds(long place, long record) {
        long shift = record - place;
        if (!runs.isEmpty()) {
            var last = runs.getLast();
            if (last.shift() == shift && last.through() == place - 1) {
                runs.set(runs.size() - 1, new Run(last.from(), place, shift));
                return;
            }
        }
        runs.add(new Run(place, place, shift));
    }

    boolean has(long place) {
        return at(place).isPresent();
    }

    int runs() {
        return runs.size();
    }

    private Optional<Run> at(long place) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var run = runs.get(middle);
            if (run.has(place)) return Optional.of(run);
            if (run.from() < place) low = middle + 1;
            else high = middle - 1;
        }
        return Optional.empty();
    }

    private boolean stands(long record) {
        return runs.stream().anyMatch(run -> run.holds(record));
    }

    /**
     * Says what was done.
     *
     * @param others what was found in this source at single places: changed there, or dropped
     * @param expected the true hash of a place
     * @return those of the others that stay, and what the moved ones mean
     */
    List<Finding> resolve(List<Finding> others, LongFunction<Optional<?>> expected) {
        Set<Long> changed = new HashSet<>();
        Set<Long> dropped = new HashSet<>();
        for (var finding : others) {
            if (finding.kind() == Kind.CHANGED) changed.add(finding.position());
            if (finding.kind() == Kind.DROPPED) dropped.add(finding.position());
        }
        Set<Long> added = new HashSet<>();
        var result = new ArrayList<Finding>();
        for (var run : runs) {
            long record = run.from() + run.shift();
            var found = Finding.of(source, Kind.DOUBLED, Known.SIGNED_LOG, run.from())
                    .with("other", record)
                    .with("expected", expected.apply(run.from()));
            boolean itself = !has(record) && !changed.contains(record) && !dropped.contains(record);
            var opposite =
                    at(record).filter(run2 -> run2.shift() == -run.shift() && run2.has(run.through() + run.shift()));
            if (opposite.isPresent()) {
                // block for block
                if (run.shift() > 0) result.add(upTo(run, of(found, Kind.SWAPPED)));
            } else if (itself) {
                result.add(upTo(run, found));
            } else if (run.shift() > 0 && !stands(run.from())) {
                // taken out before them: these closed up
                LongStream.range(run.from(), record)
                        .filter(lost -> !stands(lost))
                        .mapToObj(lost -> Finding.of(source, Kind.DROPPED, Known.SIGNED_LOG, lost)
                                .with("expected", expected.apply(lost))
                                .with("place", closedUp(run)))
                        .forEach(result::add);
            } else if (run.shift() < 0 && changed.contains(record)) {
                // put in before them: these made room
                LongStream.range(record, run.from()).filter(changed::contains).forEach(added::add);
            } else if (dropped.contains(record)) {
                result.add(of(found, Kind.ADDED));
            } else {
                result.add(upTo(run, of(found, Kind.SWAPPED)));
            }
        }
        for (var finding : others) {
            long place = finding.position();
            if (finding.kind() == Kind.DROPPED && closed(place)) continue; // it only moved up
            result.add(added.contains(place) ? of(finding, Kind.ADDED).without("pointers", "values") : finding);
        }
        return result;
    }

    /** Whether its record stands at the end of a row that closed up. */
    private boolean closed(long place) {
        return runs.stream().anyMatch(run -> run.shift() > 0 && run.holds(place) && place > run.through());
    }

    private static Finding upTo(Run run, Finding finding) {
        return run.through() == run.from() ? finding : finding.with("through", run.through());
    }

    private static String closedUp(Run run) {
        return "places " + run.from() + " to " + run.through() + " hold what belongs " + run.shift() + " further on";
    }

    private static Finding of(Finding finding, Kind kind) {
        return new Finding(finding.source(), kind, finding.known(), finding.details());
    }

    Json json() {
        return new Json.Arr(runs.stream()
                .<Json>map(run -> new Json.Arr(
                        List.of(Json.Num.of(run.from()), Json.Num.of(run.through()), Json.Num.of(run.shift()))))
                .toList());
    }

    static Placement parse(Source source, Json json) {
        var placement = new Placement(source);
        if (json instanceof Json.Arr(var items)) {
            for (var item : items) {
                if (item instanceof Json.Arr(var numbers)) {
                    placement.runs.add(new Run(number(numbers.get(0)), number(numbers.get(1)), number(numbers.get(2))));
                }
            }
        }
        placement.runs.sort(Comparator.comparingLong(Run::from));
        return placement;
    }

    private static long number(Json json) {
        return json instanceof Json.Num(double value) ? (long) value : 0;
    }
}
