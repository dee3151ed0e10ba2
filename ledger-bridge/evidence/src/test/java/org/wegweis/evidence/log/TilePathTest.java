package org.wegweis.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0, 0, 256",
        "tile/0/x001/x234/067, 0, 1234067, 256",
        "tile/1/x001/000.p/17, 1, 1000, 17",
        "tile/63/999.p/255, 63, 999, 255",
        "tile/entries/000.p/5, -1, 0, 5",
    })
    void a_path_survives_print_and_parse(String text, int level, long index, int width) {
        var path = new TilePath(level, index, width);
        assertThat(path).hasToString(text);
        assertThat(TilePath.parse(text)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/001/234",
                "tile/0/x001",
                "tile/0/x000/001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/05",
                "tile/0/../000",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/٠٠٠"
            })
    void no_other_spelling_is_a_tile(String text) {
        assertThatThrownBy(() -> TilePath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/000.p/255, 255, true",
        "tile/0/000, 255, false",
        "tile/0/000, 256, true",
        "tile/1/000.p/1, 255, false",
        "tile/1/000.p/1, 256, true",
        "tile/entries/273.p/112, 70000, true",
        "tile/entries/273.p/113, 70000, false",
        "tile/2/000.p/1, 70000, true",
        "tile/2/000.p/2, 70000, false",
        "tile/8/000.p/1, 9223372036854775807, false",
        "tile/63/000.p/1, 9223372036854775807, false",
        "tile/0/x999/x999/x999/x999/999, 9223372036854775807, true",
    })
    void a_log_has_the_tiles_that_its_size_fills(String text, long size, boolean there) {
        assertThat(TilePath.parse(text).isIn(size)).isEqualTo(there);
    }
}
