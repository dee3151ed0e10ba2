package org.wegweis.ledgerbridge.audit;

import java.io.PrintStream;
import java.util.Locale;

/** Says now and then how far it is. */
final class Progress {
    private static final long PAUSE = 2_000_000_000L;

    private final PrintStream out;
    private String what = "";
    private long began;
    private long start;
    private long said;

    Progress(PrintStream out) {
        this.out = out;
    }

    void at(String step, long done, long all) {
        long now = System.nanoTime();
        if (!step.equals(what)) {
            what = step;
            began = now;
            start = done;
            said = now;
        }
        if (now - said < PAUSE && done < all) return;
        said = now;
        double seconds = Math.max(now - began, 1) / 1e9;
        out.println(String.format(Locale.ROOT, "%s: %d of %d, %.0f/s", step, done, all, (done - start) / seconds));
    }
}
