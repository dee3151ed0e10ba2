package org.wegweis.e2e.kill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the referee does to a Wegweis at work. */
public enum Fault {
    /** {@code kill -9} of the JVM with all services; PostgreSQL is left without a parent. */
    WEGWEIS,
    /** {@code kill -9} of PostgreSQL's every process: what was not on disk is lost. */
    POSTGRES,
    /** {@code kill -9} of Kafka. */
    KAFKA,
    /** SIGSTOP of the JVM, and SIGCONT after a minute: clocks and connections have gone on without it. */
    STOPPED_WEGWEIS,
    STOPPED_POSTGRES,
    STOPPED_KAFKA,
    /** Every commit of PostgreSQL takes 100 ms more ({@code commit_delay}), as on a disk that is slow to flush. */
    SLOW_DISK,
    /** The disk of PostgreSQL is full, until somebody makes room and starts it again. Needs a mount of its own: root. */
    FULL_DISK,
    /** The wall clock of the services jumps back by four minutes. Needs libfaketime. */
    CLOCK_BACK,
    /** A second node of tracking-service takes statements too, and is killed. */
    TWO_NODES,
    /** More callers than a door lets in, none of whom waits as it is told. */
    OVERLOAD;

    static final List<Fault> KILLS = List.of(WEGWEIS, POSTGRES, KAFKA);
    static final List<Fault> OTHERS =
            Arrays.stream(values()).filter(fault -> !KILLS.contains(fault)).toList();

    /** @throws IllegalArgumentException naming all that there are */
    static Fault parse(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are these faults: " + List.of(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
