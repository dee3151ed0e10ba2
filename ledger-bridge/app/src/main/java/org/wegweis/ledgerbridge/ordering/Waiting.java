package org.wegweis.ledgerbridge.ordering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records that came before their turn. */
final class Waiting {
    private final Map<Long, Arrival> byPosition = new HashMap<>();

    /** @throws Broken if another record claims the same position */
    void add(Arrival arrival) {
        var earlier = byPosition.putIfAbsent(arrival.position(), arrival);
        if (earlier != null && !earlier.hash().equals(arrival.hash())) {
            throw new Broken("two records claim position " + arrival.position());
        }
    }

    /** Those whose turn it is: without a gap from the next position on. They do not wait any more. */
    List<Arrival> take(long next, int most) {
        var ready = new ArrayList<Arrival>();
        for (long position = next; ready.size() < most; position++) {
            var arrival = byPosition.remove(position);
            if (arrival == null) break;
            ready.add(arrival);
        }
        return ready;
    }

    /** The partitions that run ahead: whose next records cannot be the missing one, because each rises by itself. */
    Set<Integer> partitions() {
        return byPosition.values().stream().map(Arrival::partition).collect(Collectors.toSet());
    }

    /**
     * From where to read after a restart so that nothing that waits here is missed.
     *
     * @param read how far each partition was read
     */
    Map<Integer, Long> resume(Map<Integer, Long> read) {
        var resume = new HashMap<>(read);
        byPosition.values().forEach(arrival -> resume.merge(arrival.partition(), arrival.offset(), Math::min));
        return resume;
    }

    int size() {
        return byPosition.size();
    }
}
