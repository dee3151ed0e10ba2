package org.wegweis.kernel.stock;

import java.util.Optional;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * A lot as it stands.
 *
 * @param waste its code; products and what was disposed of have none
 * @param operation for which it was taken in, where its certificate was known
 * @param intake what came in, if it was taken in, with every correction in force
 * @param shortfall how much more was used of it than came in, as a correction showed
 * @param held what is left of it here
 */
public record Lot(
        Kind kind,
        Optional<WasteCode> waste,
        Optional<Operation> operation,
        Optional<Mass> intake,
        Mass shortfall,
        Mass held) {

    /** What it is; only waste is held and goes on. */
    public enum Kind {
        WASTE,
        /** No waste any more (§5 KrWG). */
        PRODUCT,
        /** Finally disposed of or recovered here. */
        DISPOSED;

        /** As records write it, for example {@code waste}. */
        public String text() {
            return Words.text(this);
        }

        public static Kind parse(String text) {
            return Words.parse(values(), text, "kind of output");
        }
    }

    Lot holding(Mass now) {
        return new Lot(kind, waste, operation, intake, shortfall, now);
    }
}
