package org.wegweis.ledgerbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.wegweis.door.Problem;

class WorkbenchTest {
    private final Workbench bench = new Workbench(1);

    @Test
    void who_finds_no_place_is_told_to_come_again() {
        var refused = bench.use(() -> assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> bench.use(() -> "two at once"))
                .actual());
        assertThat(refused.slug()).isEqualTo("busy");
    }

    @Test
    void a_place_is_free_again_whatever_happened_there() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bench.use(() -> {
                    throw new IllegalStateException();
                }));
        assertThat(bench.<String>use(() -> "done")).isEqualTo("done");
    }
}
