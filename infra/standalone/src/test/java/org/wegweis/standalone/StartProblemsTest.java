package org.wegweis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartProblemsTest {
    @TempDir
    Path temp;

    @Nested
    class Folder {
        @Test
        void a_second_run_on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
            try (var first = DataFolder.open(temp)) {
                assertThat(sentence(() -> DataFolder.open(temp)))
                        .startsWith("Another run of Wegweis already works on the folder " + temp);
                assertThat(first.path()).isEqualTo(temp);
            }
            DataFolder.open(temp).close();
        }

        @Test
        void a_file_where_the_folder_should_be_is_refused() throws Exception {
            Path file = Files.createFile(temp.resolve("file"));
            assertThat(sentence(() -> DataFolder.open(file)))
                    .isEqualTo("The folder " + file + " cannot be read and written by this user.");
        }

        @Test
        void a_full_disk_is_refused_and_the_folder_is_free_again() throws Exception {
            long little = DataFolder.LEAST_USABLE_BYTES - 1;
            assertThat(sentence(() -> DataFolder.open(temp, _ -> little)))
                    .isEqualTo("The disk of " + temp + " has 199 MiB left, and Wegweis needs 200 MiB.");
            DataFolder.open(temp, _ -> DataFolder.LEAST_USABLE_BYTES).close();
        }
    }

    @Nested
    class Doors {
        @Test
        void a_taken_port_is_named_with_the_variable_that_moves_it() throws Exception {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int taken = other.getLocalPort();
                assertThat(sentence(new Ports(taken)::requireFree))
                        .startsWith("Port " + taken + " is taken by another program; WEGWEIS_BASE_PORT moves");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "65532", "08079", "eighty", "99999999999"})
        void a_base_port_that_is_none_is_refused(String text) {
            assertThat(sentence(() -> Ports.parse(Map.of("WEGWEIS_BASE_PORT", text))))
                    .isEqualTo("WEGWEIS_BASE_PORT is " + text + ", and should be a port from 1 to 65531.");
        }

        @Test
        void without_the_variable_the_doors_are_where_the_guides_say() throws Exception {
            assertThat(Ports.parse(Map.of())).isEqualTo(new Ports(8079));
        }

        @Test
        void inner_ports_stay_with_the_folder_while_they_are_free() throws Exception {
            Path file = temp.resolve("ports.properties");
            var first = Ports.inner(file, "postgresql", "kafka");
            assertThat(Ports.inner(file, "postgresql", "kafka")).isEqualTo(first);
        }

        @Test
        void a_taken_inner_port_is_replaced() throws IOException {
            Path file = temp.resolve("ports.properties");
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Files.writeString(file, "kafka=" + other.getLocalPort());
                assertThat(Ports.inner(file, "kafka").get("kafka")).isNotEqualTo(other.getLocalPort());
            }
        }
    }

    @Nested
    class Words {
        @Test
        void an_unknown_argument_is_answered_with_the_usage() {
            assertThat(sentence(() -> Arguments.parse("--dmo")))
                    .contains("--dmo")
                    .endsWith(Arguments.USAGE);
        }

        @Test
        void data_needs_a_folder() {
            assertThatThrownBy(() -> Arguments.parse("--demo", "--data")).isInstanceOf(StartProblem.class);
        }

        @Test
        void a_ledger_is_local_or_a_consortium_s() throws Exception {
            assertThat(Arguments.parse("--ledger", "local").network()).isEmpty();
            assertThat(Arguments.parse("--ledger", "fabric").network()).contains(Path.of("data", "fabric"));
            assertThat(Arguments.parse("--network", "there", "--ledger", "fabric")
                            .network())
                    .contains(Path.of("there"));
            assertThat(sentence(() -> Arguments.parse("--ledger", "fabrik")))
                    .startsWith("--ledger is local or fabric.");
            assertThatThrownBy(() -> Arguments.parse("--ledger")).isInstanceOf(StartProblem.class);
        }

        @Test
        void a_kafka_that_runs_already_is_named_by_host_and_port() throws Exception {
            assertThat(Arguments.parse().kafka()).isEmpty();
            assertThat(Arguments.parse("--kafka", "127.0.0.1:9092").kafka()).contains("127.0.0.1:9092");
            assertThat(sentence(() -> Arguments.parse("--kafka", "9092"))).startsWith("--kafka needs HOST:PORT.");
            assertThatThrownBy(() -> Arguments.parse("--kafka")).isInstanceOf(StartProblem.class);
        }

        @Test
        void arguments_come_in_any_order() throws Exception {
            assertThat(Arguments.parse("--data", "there", "--demo"))
                    .isEqualTo(new Arguments(Path.of("there"), true, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void a_secret_is_made_once_and_only_its_owner_reads_it() throws Exception {
        Path file = temp.resolve("keys").resolve("secret");
        String made = Secret.in(file);
        assertThat(made).hasSize(43);
        assertThat(Secret.in(file)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private static String sentence(org.junit.jupiter.api.function.Executable start) {
        return String.valueOf(assertThrows(StartProblem.class, start).getMessage());
    }
}
