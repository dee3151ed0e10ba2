package org.wegweis.ledgerbridge.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;
import org.wegweis.ledgerbridge.log.Checkpoints;

/**
 * Has the newest signed head stamped, now and then. It covers all before it, so these need no time stamp any more. While
 * the authority is away nothing else waits for it.
 */
public final class Stamper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Stamper.class);

    private final Checkpoints checkpoints;
    private final TimeStamps timeStamps;
    private final TimeStampAuthority authority;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("time-stamps").factory());
    private volatile Optional<Trouble> trouble = Optional.empty();

    /**
     * What keeps heads from being stamped.
     *
     * @param wrong whether the authority sent what must not be believed, so that somebody must look
     */
    public record Trouble(String why, boolean wrong, Instant since) {}

    public Stamper(Checkpoints checkpoints, TimeStamps timeStamps, TimeStampAuthority authority, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.timeStamps = timeStamps;
        this.authority = authority;
        this.clock = clock;
    }

    /** Stamps now, and again and again. */
    public void every(Duration duration) {
        var _ = timer.scheduleWithFixedDelay(this::attempt, 0, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What keeps heads from being stamped for now, if anything does. */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /** How many signed heads are newer than the newest stamped one. */
    public long waiting() {
        return checkpoints.above(timeStamps.newest());
    }

    /** How long the authority has not stamped what was asked; zero if it does. */
    public Duration age() {
        return trouble.map(known -> Duration.between(known.since(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        timer.shutdownNow(); // it may be waiting for a slow authority
        timer.close();
    }

    private void attempt() {
        try {
            stamp();
        } catch (RuntimeException e) {
            // the database is away; the next time is soon enough
            troubled(e.getClass().getSimpleName(), false);
        }
    }

    /** Has the newest signed head stamped, if it is not yet. */
    public void stamp() {
        var newest = checkpoints.latest();
        if (newest.isEmpty()) return;
        long size = Checkpoint.parse(newest.get().text()).head().size();
        if (size > timeStamps.newest()) stamp(size, newest.get());
        else trouble = Optional.empty();
    }

    private void stamp(long size, Note checkpoint) {
        byte[] signed = checkpoint.first().bytes();
        switch (authority.stamp(Imprint.of(HashAlgorithm.SHA_256, signed))) {
            case Answer.Stamped(var timeStamp) -> {
                timeStamps.add(size, timeStamp);
                log.atInfo().addKeyValue("size", size).log("head time-stamped");
                trouble = Optional.empty();
            }
            case Answer.Away(var why) -> troubled("away: " + why, false);
            case Answer.Refused(var why) -> troubled("refused: " + why, false);
            case Answer.Wrong(var why) -> troubled("wrong token: " + why, true);
        }
    }

    private void troubled(String why, boolean wrong) {
        boolean news = trouble.filter(known -> known.why().equals(why)).isEmpty();
        if (news) log.atWarn().addKeyValue("why", why).log("no time stamp");
        Instant since = trouble.map(Trouble::since).orElseGet(clock::instant);
        trouble = Optional.of(new Trouble(why, wrong, since));
    }
}
