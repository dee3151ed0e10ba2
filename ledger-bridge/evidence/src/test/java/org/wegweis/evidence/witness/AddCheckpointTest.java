package org.wegweis.evidence.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {
    /** The example of the tlog-witness specification. */
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    private static final String CHECKPOINT = EXAMPLE.substring(EXAMPLE.indexOf("\n\n") + 2);
    private static final String HASH = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";

    private static AddCheckpoint parse(String body) {
        return AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_example_of_the_specification_is_read_and_printed() {
        var request = parse(EXAMPLE);
        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof()).hasSize(4);
        assertThat(request.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(request.checkpoint().signatures()).hasSize(2);
        assertThat(request).hasToString(EXAMPLE);
    }

    @Test
    void a_proof_has_at_most_63_lines() {
        assertThat(parse("old 1\n" + HASH.repeat(63) + "\n" + CHECKPOINT).proof())
                .hasSize(63);
        String more = "old 1\n" + HASH.repeat(64) + "\n" + CHECKPOINT;
        assertThatThrownBy(() -> parse(more)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "old 0\nCHECKPOINT",
                "old\n\nCHECKPOINT",
                "old \n\nCHECKPOINT",
                "old 00\n\nCHECKPOINT",
                "old 01\n\nCHECKPOINT",
                "old +1\n\nCHECKPOINT",
                "old -1\n\nCHECKPOINT",
                "old 9223372036854775808\n\nCHECKPOINT",
                "old 0 \n\nCHECKPOINT",
                "old  0\n\nCHECKPOINT",
                "Old 0\n\nCHECKPOINT",
                "old 0\n\n\nCHECKPOINT",
                "old 0\r\n\nCHECKPOINT",
                "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n\nCHECKPOINT",
                "old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=\n\nCHECKPOINT",
                "old 1\nAA==\n\nCHECKPOINT",
                "old 0\n\n",
                "old 0\n\nexample.com\n1\n",
                "old 0\n\nCHECKPOINT\n",
            })
    void nothing_else_is_a_request(String body) {
        assertThatThrownBy(() -> parse(body.replace("CHECKPOINT", CHECKPOINT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_utf8_or_too_long_is_none() {
        byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        assertThatThrownBy(() -> AddCheckpoint.parse(bytes)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddCheckpoint.parse(new byte[AddCheckpoint.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
