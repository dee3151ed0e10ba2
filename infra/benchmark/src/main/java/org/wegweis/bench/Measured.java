package org.wegweis.bench;

import java.util.Locale;

/**
 * What came out of one run.
 *
 * @param us ours
 * @param peer what it is compared with, in the same run
 */
record Measured(Score us, Score peer) {

    double ratio() {
        return us.value() / peer.value();
    }

    /**
     * A value and how sure it is.
     *
     * @param spread half of the 99.9 % interval, in percent of the value; 0 if it was measured once
     */
    record Score(double value, double spread) {
        static Score once(double value) {
            return new Score(value, 0);
        }

        @Override
        public String toString() {
            return spread == 0
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : String.format(Locale.ROOT, "%,.0f ±%.0f %%", value, spread);
        }
    }
}
