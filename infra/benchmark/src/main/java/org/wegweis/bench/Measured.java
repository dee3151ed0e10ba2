package org.wegweis.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

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
     * @param spread in percent of the value, half of JMH's 99.9 % interval or of what {@link #of} says; 0 if measured once
     */
    record Score(double value, double spread) {
        static Score once(double value) {
            return new Score(value, 0);
        }

        /** The average of some rounds; its spread is half of what lies between the least and the most. */
        static Score of(DoubleStream rounds) {
            var all = rounds.summaryStatistics();
            return new Score(all.getAverage(), 50 * (all.getMax() - all.getMin()) / all.getAverage());
        }

        @Override
        public String toString() {
            return spread == 0
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : String.format(Locale.ROOT, "%,.0f ±%.0f %%", value, spread);
        }
    }
}
