package org.wegweis.kernel.stock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.kernel.waste.WasteCode;

/**
 * The mass balance, by waste code; what treatments gain, lose and make of waste that is none has a line without code. For
 * each code, taken in + counted + gained + produced = treated + passed on + lost + held; for the line without, treated +
 * gained = produced + products + disposed + lost, with the treated and produced of all codes. So of all lines together:
 * taken in + counted + gained = products + disposed + passed on + lost + held.
 */
public record Totals(Map<Optional<WasteCode>, Map<Account, Long>> lines) {
    public static final Totals NONE = new Totals(Map.of());
    /** What JSON can count exactly. */
    private static final long MOST = 1L << 53;

    /**
     * One mass in one column of one line.
     *
     * @param grams less than nothing takes away
     */
    public record Booking(Optional<WasteCode> waste, Account account, long grams) {}

    public Totals {
        lines = Map.copyOf(lines);
    }

    public long grams(Optional<WasteCode> waste, Account account) {
        return lines.getOrDefault(waste, Map.of()).getOrDefault(account, 0L);
    }

    /** Of all lines. */
    public long grams(Account account) {
        return lines.values().stream()
                .mapToLong(line -> line.getOrDefault(account, 0L))
                .sum();
    }

    boolean holds(List<Booking> bookings) {
        var after = plus(bookings);
        for (var account : Account.values()) if (Math.abs(after.grams(account)) > MOST) return false;
        return true;
    }

    Totals plus(List<Booking> bookings) {
        var more = new HashMap<>(lines);
        for (var booking : bookings) {
            if (booking.grams() == 0) continue;
            var line = new EnumMap<Account, Long>(Account.class);
            line.putAll(more.getOrDefault(booking.waste(), Map.of()));
            line.merge(booking.account(), booking.grams(), Long::sum);
            more.put(booking.waste(), Collections.unmodifiableMap(line));
        }
        return new Totals(more);
    }
}
