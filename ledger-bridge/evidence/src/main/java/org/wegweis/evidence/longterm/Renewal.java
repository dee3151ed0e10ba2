package org.wegweis.evidence.longterm;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;

/**
 * Renews evidence records before certificates or algorithms age (RFC 4998 §5.2), as many as there are with one time stamp
 * for each hash function.
 *
 * @param anchors known certificates of authorities, also of those of long ago
 * @param ahead how long before its end a record is renewed
 */
public record Renewal(Collection<X509Certificate> anchors, Algorithms algorithms, Duration ahead) {
    /** In the order in which a new one is chosen. */
    private static final List<HashAlgorithm> PREFERRED =
            List.of(HashAlgorithm.SHA_256, HashAlgorithm.SHA_512, HashAlgorithm.SHA_384);

    public Renewal {
        anchors = List.copyOf(anchors);
    }

    /** What is to be done. */
    public enum Kind {
        /** Nothing yet. */
        NONE,
        /** There is no record: its first time stamp. */
        FIRST,
        /** The last time stamp ends soon: one more over it. */
        TIME_STAMP,
        /** The hash function ends soon: all data and all time stamps so far are hashed anew with another. */
        HASH_TREE
    }

    /**
     * What is to be done about one record.
     *
     * @param until when the record as it is ends; the least moment that there is if there is no record
     */
    public record Due(Kind kind, Instant until) {}

    /**
     * One package's data and its record, and what is to be done.
     *
     * @param data what the record covers, each as its bytes
     */
    public record Task(Collection<byte[]> data, Optional<EvidenceRecord> record, Due due) {
        public Task {
            data = List.copyOf(data);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Renewed(EvidenceRecord record, Instant until) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    /**
     * What is to be done about a record.
     *
     * @throws Broken if it does not cover the data, or has ended: a new time stamp cannot heal that
     * @throws TimeStamp.Untrusted if a time stamp is of nobody known
     */
    public Due due(Optional<EvidenceRecord> record, Collection<byte[]> data, Instant now) {
        if (record.isEmpty()) return new Due(Kind.FIRST, Instant.MIN);
        Instant until = record.get().verify(data, anchors, algorithms).until();
        if (now.isAfter(until)) throw new Broken("not renewed in time: it ended on " + until);
        Instant soon = now.plus(ahead);
        if (!algorithms.strongUntil(record.get().algorithm()).isAfter(soon)) return new Due(Kind.HASH_TREE, until);
        return new Due(until.isAfter(soon) ? Kind.NONE : Kind.TIME_STAMP, until);
    }

    /**
     * Does what is to be done.
     *
     * @return one outcome for each task, in their order
     */
    public List<Outcome> renew(List<Task> tasks, TimeStampAuthority authority, Instant now) {
        var fresh = PREFERRED.stream()
                .filter(one -> algorithms.strongUntil(one).isAfter(now.plus(ahead)))
                .findFirst();
        var byAlgorithm = new EnumMap<HashAlgorithm, List<Integer>>(HashAlgorithm.class);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var algorithm = task.due().kind() == Kind.TIME_STAMP ? task.record().map(EvidenceRecord::algorithm) : fresh;
            outcomes.add(new Outcome.Failed("there is no hash function left that is strong for long enough"));
            if (algorithm.isPresent()) {
                byAlgorithm
                        .computeIfAbsent(algorithm.get(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        for (Map.Entry<HashAlgorithm, List<Integer>> entry : byAlgorithm.entrySet()) {
            var together = entry.getValue().stream().map(tasks::get).toList();
            var done = stamped(entry.getKey(), together, authority);
            for (int i = 0; i < done.size(); i++) outcomes.set(entry.getValue().get(i), done.get(i));
        }
        return outcomes;
    }

    private List<Outcome> stamped(HashAlgorithm algorithm, List<Task> tasks, TimeStampAuthority authority) {
        var tree = new HashTree(
                algorithm, tasks.stream().map(task -> values(algorithm, task)).toList());
        return switch (authority.stamp(new Imprint(algorithm, tree.root()))) {
            case Answer.Stamped(var timeStamp) -> {
                var outcomes = new ArrayList<Outcome>();
                for (int i = 0; i < tasks.size(); i++) {
                    var stamp = new ArchiveTimeStamp(algorithm, tree.reduced(i), timeStamp);
                    outcomes.add(renewed(tasks.get(i), stamp, authority));
                }
                yield outcomes;
            }
            case Answer.Away(var why) -> all(tasks, "the authority is away: " + why);
            case Answer.Refused(var why) -> all(tasks, "the authority refuses: " + why);
            case Answer.Wrong(var why) -> all(tasks, "the authority's answer is wrong: " + why);
        };
    }

    private Outcome renewed(Task task, ArchiveTimeStamp stamp, TimeStampAuthority authority) {
        var record = task.record()
                .map(before -> task.due().kind() == Kind.TIME_STAMP ? before.with(stamp) : before.withChain(stamp))
                .orElseGet(() -> new EvidenceRecord(List.of(List.of(stamp))));
        try {
            var known = new LinkedHashSet<>(anchors);
            known.addAll(authority.anchors());
            Instant until = EvidenceRecord.parse(record.der())
                    .verify(task.data(), known, algorithms)
                    .until();
            if (until.isAfter(task.due().until())) return new Outcome.Renewed(record, until);
            return new Outcome.Failed("nothing is gained: the authority's own certificate ends on " + until);
        } catch (Broken | TimeStamp.Untrusted | IllegalArgumentException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static List<byte[]> values(HashAlgorithm algorithm, Task task) {
        if (task.due().kind() == Kind.TIME_STAMP)
            return List.of(task.record().orElseThrow().renewed());
        return task.record()
                .map(record -> record.values(algorithm, task.data()))
                .orElseGet(() -> EvidenceRecord.values(algorithm, task.data(), List.of()));
    }

    private static List<Outcome> all(List<Task> tasks, String why) {
        return tasks.stream().<Outcome>map(_ -> new Outcome.Failed(why)).toList();
    }
}
