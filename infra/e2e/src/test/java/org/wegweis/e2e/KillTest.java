package org.wegweis.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.e2e.kill.Fault;
import org.wegweis.e2e.kill.Referee;

/** What was acknowledged survives {@code kill -9} of any part, once and in its place. {@code infra/e2e/kill} does it longer. */
class KillTest {
    private static final long SEED = 7;

    @Test
    void nothing_acknowledged_is_lost_doubled_or_moved(@TempDir Path folder) throws Exception {
        var out = System.out;
        try (var referee = Referee.start(folder, SEED, Duration.ofSeconds(2), out)) {
            for (var fault : List.of(Fault.POSTGRES, Fault.KAFKA, Fault.WEGWEIS, Fault.POSTGRES, Fault.POSTGRES)) {
                referee.suffer(fault, "kill");
            }
            referee.suffer(Fault.STOPPED_WEGWEIS, "and");
            referee.suffer(Fault.OVERLOAD, "and");
            referee.checkEverything();
        }
    }
}
