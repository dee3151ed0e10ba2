package org.wegweis.ledgerbridge.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;

class StamperTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final MovableClock clock = new MovableClock(NOON);
    private final Switchable authority =
            new Switchable(TestAuthority.generate(Duration.ofDays(3650), clock, new SecureRandom()));
    private DataSource database;
    private Checkpoints checkpoints;
    private TimeStamps timeStamps;
    private Stamper stamper;

    @BeforeEach
    void fresh() {
        database = DATABASES.fresh();
        checkpoints = new Checkpoints(database);
        timeStamps = new TimeStamps(database);
        stamper = new Stamper(checkpoints, timeStamps, authority, clock);
    }

    @AfterEach
    void close() {
        stamper.close();
    }

    @Test
    void nothing_signed_is_nothing_to_stamp() {
        stamper.stamp();
        assertThat(authority.asked).isZero();
        assertThat(stamper.waiting()).isZero();
    }

    @Test
    void the_newest_head_is_stamped_over_what_the_log_alone_has_signed() {
        var note = signed(5);
        stamper.stamp();
        assertThat(timeStamps.at(5).orElseThrow().covers(note.bytes())).isTrue();
        assertThat(timeStamps.newest()).isEqualTo(5);
        assertThat(stamper.trouble()).isEmpty();
        stamper.stamp();
        assertThat(authority.asked).isEqualTo(1);
    }

    @Test
    void while_the_authority_is_away_heads_wait_and_the_newest_covers_them_all() {
        authority.instead = Optional.of(new TimeStampAuthority.Answer.Away("a test"));
        signed(5);
        stamper.stamp();
        clock.to(NOON.plusSeconds(60));
        signed(9);
        stamper.stamp();
        assertThat(stamper.waiting()).isEqualTo(2);
        assertThat(stamper.trouble()).contains(new Stamper.Trouble("away: a test", false, NOON));
        assertThat(stamper.age()).isEqualTo(Duration.ofSeconds(60));

        authority.instead = Optional.empty();
        stamper.stamp();
        assertThat(stamper.waiting()).isZero();
        assertThat(stamper.trouble()).isEmpty();
        assertThat(stamper.age()).isZero();
        assertThat(timeStamps.at(5)).isEmpty();
        assertThat(timeStamps.at(9)).isPresent();
    }

    @Test
    void a_wrong_token_is_never_kept_and_named() {
        authority.instead = Optional.of(new TimeStampAuthority.Answer.Wrong("of a stranger"));
        signed(5);
        stamper.stamp();
        assertThat(timeStamps.newest()).isZero();
        assertThat(stamper.trouble()).contains(new Stamper.Trouble("wrong token: of a stranger", true, NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update time_stamp set token = 'x'",
                "delete from time_stamp",
                "truncate time_stamp",
            })
    void what_is_stamped_takes_no_change(String change) {
        signed(5);
        stamper.stamp();
        assertThatThrownBy(() -> new JdbcTemplate(database).execute(change)).hasMessageContaining("append-only");
    }

    private Note signed(long size) {
        var head = new Head(size, TreeHash.leaf(new byte[32]));
        var note = Note.signed(new Checkpoint(LOG.key().name(), head).text(), LOG);
        checkpoints.add(size, note);
        return note;
    }

    private static final class Switchable implements TimeStampAuthority {
        private final TestAuthority authority;
        private Optional<Answer> instead = Optional.empty();
        private int asked;

        Switchable(TestAuthority authority) {
            this.authority = authority;
        }

        @Override
        public Answer stamp(Imprint imprint) {
            asked++;
            return instead.orElseGet(() -> authority.stamp(imprint));
        }

        @Override
        public List<X509Certificate> anchors() {
            return authority.anchors();
        }

        @Override
        public boolean independent() {
            return false;
        }

        @Override
        public String name() {
            return "switchable";
        }
    }
}
