package org.wegweis.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.wegweis.projections.Surroundings;

class InspectorTest {
    private static final Surroundings surroundings = new Surroundings();

    @AfterAll
    static void close() throws Exception {
        surroundings.close();
    }

    @Test
    void nothing_is_read_while_read_models_are_rebuilt() {
        var database = surroundings.freshDatabase();
        var tables = new JdbcTemplate(database);
        var inspector = new Inspector(
                tables,
                new DataSourceTransactionManager(database),
                new Inspection(List.of()),
                new InspectionSettings(Duration.ofHours(1), Duration.ofHours(1), 100),
                InstantSource.system());
        tables.update("insert into rebuild (requested_at) values (now())");
        tables.update("insert into to_inspect (consignment) values (gen_random_uuid())");

        inspector.inspect();
        assertThat(noted(tables)).hasSize(1);

        tables.update("update rebuild set finished_at = now()");
        inspector.inspect();
        assertThat(noted(tables)).isEmpty();
    }

    private static List<UUID> noted(JdbcTemplate tables) {
        return tables.queryForList("select consignment from to_inspect", UUID.class);
    }
}
