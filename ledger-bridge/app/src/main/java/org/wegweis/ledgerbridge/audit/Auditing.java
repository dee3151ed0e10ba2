package org.wegweis.ledgerbridge.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.audit.Finding.Kind;
import org.wegweis.ledgerbridge.audit.Finding.Known;
import org.wegweis.ledgerbridge.audit.Finding.Source;

/**
 * One audit. First the topic is read once and indexed by position. Then place by place what the store, the topic and the
 * log's bundle and tile say is held against each other; of what they say, that is true which gives the roots of the
 * signed heads. Last the store is read by subject, for the chains. Memory does not grow with the store; disk does, by 48
 * bytes a record.
 */
final class Auditing {
    /** A store with more damage than that is not mended place by place. */
    static final int MOST_FINDINGS = 10_000;

    private static final int FULL = TilePath.FULL;
    private static final int PAGE = 500;

    private final Sources sources;
    private final Settings settings;
    private final State state;
    private final State.Bounds bounds;
    private final TopicIndex index;
    private final Progress progress;
    private final Map<Integer, Cached> cache = new HashMap<>();
    private long sinceSaved;
    private boolean complete = true;

    /** What is read. */
    record Sources(Store store, Topic topic, LogSource log, Bridge bridge, Signed signed) {}

    /**
     * How.
     *
     * @param folder where state and index are kept
     * @param show whether to say the values of fields that differ
     * @param every after how many records the state is kept
     * @param kept told each time it was
     */
    record Settings(Path folder, boolean show, int every, Runnable kept) {
        Path state() {
            return folder.resolve("state.json");
        }

        Path index() {
            return folder.resolve("topic.index");
        }
    }

    /** A tile that was read last of its level. */
    private record Cached(long index, Optional<byte[]> bytes) {}

    Auditing(Sources sources, Settings settings, State state, TopicIndex index, Progress progress) {
        this.sources = sources;
        this.settings = settings;
        this.state = state;
        this.bounds = state.bounds;
        this.index = index;
        this.progress = progress;
    }

    /**
     * Looks how much there is. The order matters while the services go on: what is signed is in the log, what is in the log
     * is in the topic, what is in the topic is in the store.
     */
    static State begin(Sources sources, UUID run) {
        var findings = new ArrayList<Finding>();
        var head = largest(sources, findings);
        long claimed = sources.log().size();
        long relayed = sources.store().relayed();
        var begins = sources.topic().beginnings();
        var ends = sources.topic().ends();
        long store = sources.store().head();
        long log = claimed;
        if (claimed < head.size() || claimed > Math.max(head.size(), store)) {
            log = claimed < head.size() ? head.size() : Math.max(head.size(), store);
            findings.add(Finding.of(Source.LOG, Kind.CHANGED, Known.SIGNED_LOG)
                    .with("place", "size")
                    .with("found", Long.toString(claimed))
                    .with("expected", Long.toString(log)));
        }
        if (store < log) {
            findings.add(Finding.of(Source.STORE, Kind.CHANGED, Known.SIGNED_LOG)
                    .with("place", "head")
                    .with("found", Long.toString(store))
                    .with("expected", Long.toString(log)));
        }
        if (ends.isEmpty() && store > 0) {
            findings.add(
                    Finding.of(Source.TOPIC, Kind.DROPPED, Known.SIGNED_LOG).with("place", "the whole topic"));
        }
        var state = new State(
                run,
                new State.Bounds(
                        Math.max(log, store),
                        log,
                        head.size(),
                        head.root().toString(),
                        Math.max(store, log),
                        relayed,
                        begins,
                        ends));
        state.findings.addAll(findings);
        return state;
    }

    private static Head largest(Sources sources, List<Finding> findings) {
        var wrong = new ArrayList<Signed.Statement>();
        long below = Long.MAX_VALUE;
        while (true) {
            var rows = sources.bridge().largest(below, PAGE);
            if (rows.isEmpty()) break;
            for (var row : rows) {
                var statement = sources.signed().read(row);
                if (statement.believed().isPresent()) {
                    wrong.stream()
                            .filter(one -> one.row().size() > row.size())
                            .map(one -> wrong(one, Optional.empty()))
                            .forEach(findings::add);
                    return statement.believed().get();
                }
                if (wrong.size() <= MOST_FINDINGS) wrong.add(statement);
            }
            below = rows.getLast().size();
        }
        wrong.stream().map(one -> wrong(one, Optional.empty())).forEach(findings::add);
        return Head.EMPTY;
    }

    /** Goes on to the end. */
    void run() {
        try {
            if (state.phase == State.Phase.TOPIC) topic();
            if (state.phase == State.Phase.PLACES) places();
            if (state.phase == State.Phase.CHAINS) chains();
        } catch (TooMany _) {
            complete = false;
            next(State.Phase.END);
        }
    }

    /** Whether it came to its end, and did not stop for there being too much to tell. */
    boolean complete() {
        return complete;
    }

    /** Nobody reads more than {@value #MOST_FINDINGS} lines. */
    private static final class TooMany extends RuntimeException {}

    private void add(Finding finding) {
        if (state.findings.size() >= MOST_FINDINGS) throw new TooMany();
        state.findings.add(finding);
    }

    private void move(Source source, long place, long record) {
        if (state.moved(source).runs() >= MOST_FINDINGS) throw new TooMany();
        state.moved(source).holds(place, record);
    }

    private void next(State.Phase phase) {
        state.phase = phase;
        save();
    }

    private void saveAfter(long records) {
        sinceSaved += records;
        if (sinceSaved < settings.every()) return;
        sinceSaved = 0;
        save();
    }

    private void save() {
        index.force();
        state.save(settings.state());
        settings.kept().run();
    }

    // ---- the topic

    private void topic() {
        long all = bounds.ends().values().stream().mapToLong(Long::longValue).sum();
        sources.topic().read(Map.copyOf(state.offsets), bounds.ends(), new Topic.Reader() {
            private long read;

            @Override
            public void read(ConsumerRecord<byte[], byte[]> record) {
                read++;
                arrived(record);
            }

            @Override
            public void pause(Map<Integer, Long> next) {
                state.offsets = new TreeMap<>(next);
                progress.at(
                        "topic",
                        next.values().stream().mapToLong(Long::longValue).sum(),
                        all);
                saveAfter(read);
                read = 0;
            }
        });
        if (state.outOfOrder) order();
        next(State.Phase.PLACES);
    }

    private void arrived(ConsumerRecord<byte[], byte[]> message) {
        String where = "partition " + message.partition() + ", offset " + message.offset();
        byte[] bytes = message.value() == null ? new byte[0] : message.value();
        var hash = EventRecord.entry(bytes);
        var record = parsed(bytes);
        long position = record.map(EventRecord::position)
                .or(() -> claimed(bytes))
                .or(() -> header(message, "ce_position")
                        .filter(text -> text.matches("\\d{1,15}"))
                        .map(Long::valueOf))
                .orElse(-1L);
        if (position < 0 || position >= bounds.places()) {
            var stranger = Finding.of(Source.TOPIC, Kind.ADDED, Known.ITSELF).with("place", where);
            add((position < 0 ? stranger : stranger.with("position", position)).with("found", hash));
            return;
        }
        var place = new TopicIndex.Place(message.partition(), message.offset(), hash);
        var first = index.at(position);
        if (first.isEmpty() || first.get().equals(place)) {
            index.put(position, place);
            state.firsts.putIfAbsent(message.partition(), position);
            long highest = state.highest.merge(message.partition(), position, Math::max);
            state.outOfOrder |= position < highest;
        } else if (first.get().hash().equals(hash)) {
            state.repeated++; // the relay publishes a batch again when it does not know whether it arrived
        } else {
            var more = state.again.computeIfAbsent(position, _ -> new ArrayList<>());
            if (more.size() >= MOST_FINDINGS || state.again.size() > MOST_FINDINGS) throw new TooMany();
            more.add(place);
        }
        record.ifPresent(it -> envelope(message, it, where));
    }

    private static Optional<EventRecord> parsed(byte[] bytes) {
        try {
            return Optional.of(EventRecord.parse(bytes));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The position that is written in what is no record any more. */
    private static Optional<Long> claimed(byte[] bytes) {
        try {
            return Json.parse(bytes) instanceof Json.Obj(var members)
                            && members.get("position") instanceof Json.Num(double value)
                            && value == Math.rint(value)
                    ? Optional.of((long) value)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private void envelope(ConsumerRecord<byte[], byte[]> message, EventRecord record, String where) {
        var key = Optional.ofNullable(message.key()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        envelope(record, where + ", key", Optional.of(key.orElse("")), record.subject());
        envelope(record, where + ", ce_id", header(message, "ce_id"), record.id());
        envelope(record, where + ", ce_type", header(message, "ce_type"), record.type());
        envelope(record, where + ", ce_subject", header(message, "ce_subject"), record.subject());
        envelope(record, where + ", ce_position", header(message, "ce_position"), record.position());
    }

    private void envelope(EventRecord record, String where, Optional<String> found, Object expected) {
        if (found.isEmpty() || found.get().equals(expected.toString())) return;
        add(about(Finding.of(Source.TOPIC, Kind.CHANGED, Known.ITSELF, record.position()), record)
                .with("place", where)
                .with("found", found)
                .with("expected", expected));
    }

    /** Within a partition positions rise; who stands in whose place shows in a second reading. */
    private void order() {
        var moved = new Placement(Source.TOPIC);
        var expected = new HashMap<Integer, Long>();
        sources.topic().read(bounds.begins(), bounds.ends(), new Topic.Reader() {
            @Override
            public void read(ConsumerRecord<byte[], byte[]> message) {
                byte[] bytes = message.value() == null ? new byte[0] : message.value();
                long position = parsed(bytes)
                        .map(EventRecord::position)
                        .or(() -> claimed(bytes))
                        .orElse(-1L);
                var first = position < 0 || position >= bounds.places()
                        ? Optional.<TopicIndex.Place>empty()
                        : index.at(position);
                int partition = message.partition();
                if (first.filter(place -> place.partition() == partition && place.offset() == message.offset())
                        .isEmpty()) {
                    return;
                }
                long due = expected.getOrDefault(partition, -1L) + 1;
                while (due < bounds.places()
                        && index.at(due)
                                .filter(place -> place.partition() == partition)
                                .isEmpty()) due++;
                expected.put(partition, due);
                if (due != position) moved.holds(due, position);
                if (moved.runs() > MOST_FINDINGS) throw new TooMany();
            }

            @Override
            public void pause(Map<Integer, Long> next) {}
        });
        moved.resolve(List.of(), _ -> Optional.empty()).stream()
                .map(finding -> finding.known(Known.ITSELF).with("place", "order within the partition"))
                .forEach(this::add);
    }

    /** From which position on a record must be in the topic: retention may have taken those before. */
    long topicFrom() {
        if (bounds.ends().isEmpty()) return bounds.places();
        return bounds.begins().entrySet().stream()
                .filter(begin -> begin.getValue() > 0)
                .mapToLong(begin -> state.firsts.getOrDefault(begin.getKey(), bounds.places()))
                .max()
                .orElse(0);
    }

    // ---- the places

    private void places() {
        while (state.next < bounds.places()) {
            int size = (int) Math.min(FULL, bounds.places() - state.next);
            new Place(state.next, size).look();
            state.next += size;
            progress.at("store and log", state.next, bounds.places());
            saveAfter(size);
        }
        outside();
        odd();
        next(State.Phase.CHAINS);
    }

    private byte[] part(Optional<byte[]> bytes) {
        return bytes.orElse(new byte[0]);
    }

    private Optional<byte[]> tile(int level, long at) {
        var cached = cache.get(level);
        if (cached == null || cached.index() != at) {
            long items = bounds.log() >>> (8 * Math.max(level, 0));
            int width = (int) Math.min(FULL, items - at * FULL);
            cached = new Cached(at, width < 1 ? Optional.empty() : sources.log().read(new TilePath(level, at, width)));
            cache.put(level, cached);
        }
        return cached.bytes();
    }

    private static String name(int level, long at) {
        return new TilePath(level, at, FULL).toString();
    }

    /** Up to 256 places beside each other, and what is above them. */
    private final class Place {
        private final long start;
        private final int size;
        private final int logged;
        private final Map<Long, Store.Row> rows = new HashMap<>();
        private final List<Optional<TopicIndex.Place>> topic = new ArrayList<>();
        private final Optional<byte[]> bundle;
        private final Optional<byte[]> leaves;
        private final Block block;
        private List<Block.Truth> truths = List.of();

        Place(long start, int size) {
            this.start = start;
            this.size = size;
            this.logged = Math.clamp(bounds.log() - start, 0, size);
            sources.store().between(start, start + size).forEach(row -> rows.put(row.position(), row));
            for (int i = 0; i < size; i++) topic.add(index.next(start + i));
            bundle = logged == 0 ? Optional.empty() : tile(TilePath.ENTRIES, start / FULL);
            leaves = logged == 0 ? Optional.empty() : tile(0, start / FULL);
            var hashes = new ArrayList<Optional<Hash>>();
            for (int i = 0; i < logged; i++) hashes.add(row(i).map(Store.Row::entry));
            block = new Block(
                    Block.bundle(bundle, logged),
                    Block.tile(leaves, logged),
                    hashes,
                    topic.subList(0, logged).stream()
                            .map(place -> place.map(TopicIndex.Place::hash))
                            .toList());
        }

        private Optional<Store.Row> row(int i) {
            return Optional.ofNullable(rows.get(start + i));
        }

        void look() {
            if (logged > 0) judge();
            if (logged > 0 && bundle.isEmpty()) missing(Source.ENTRIES, name(TilePath.ENTRIES, start / FULL));
            if (logged > 0 && leaves.isEmpty()) missing(Source.TILE, name(0, start / FULL));
            for (int i = 0; i < size; i++) {
                if (i < logged) {
                    var truth = truths.get(i);
                    if (bundle.isPresent()) entry(i, truth);
                    if (leaves.isPresent()) leaf(i, truth);
                    store(i, truth);
                    topic(i, truth);
                } else {
                    notLogged(i);
                }
            }
        }

        private void missing(Source source, String name) {
            add(Finding.of(source, Kind.DROPPED, Known.SIGNED_LOG, start)
                    .with("through", start + logged - 1)
                    .with("place", name));
        }

        /** Finds what is true here, and lets the tree grow by it. */
        private void judge() {
            var statements = sources.bridge().heads(start, start + logged).stream()
                    .map(sources.signed()::read)
                    .toList();
            var heads = new HashMap<Long, List<Signed.Statement>>();
            statements.forEach(one -> heads.computeIfAbsent(one.row().size(), _ -> new ArrayList<>())
                    .add(one));
            var believed = new HashMap<Long, Head>();
            if (!state.astray) {
                statements.forEach(one -> one.believed().ifPresent(head -> believed.putIfAbsent(head.size(), head)));
            }
            Optional<TreeHash> above = logged < FULL ? Optional.empty() : item(1, start / FULL);
            Predicate<List<Block.Truth>> fitsHeads = leaves -> fits(leaves, believed);
            Predicate<List<Block.Truth>> fitsAbove =
                    leaves -> above.isEmpty() || Block.root(leaves).equals(above.get());
            var truth = block.truth(fitsHeads.and(fitsAbove));
            if (truth.isEmpty() && !believed.isEmpty()) truth = block.truth(fitsHeads);
            truths = truth.orElseGet(block::votes);
            if (truth.isEmpty()) {
                state.doubtful.add(start);
                if (above.isPresent() && state.told.isEmpty()) state.told = Optional.of(state.computed.copy());
            }
            for (int i = 0; i < logged; i++) {
                var leaf = truths.get(i).leaf();
                state.computed.append(0, leaf, this::subtree);
                if (truth.isPresent()) state.told.ifPresent(told -> told.append(leaf));
                if (truth.isEmpty() && i == FULL - 1 && above.isPresent()) {
                    state.told.ifPresent(told -> told.append(8, above.get(), (_, _, _) -> {}));
                }
                long at = start + i + 1;
                if (heads.containsKey(at)) heads(Objects.requireNonNull(heads.get(at)));
            }
        }

        private boolean fits(List<Block.Truth> leaves, Map<Long, Head> believed) {
            if (believed.isEmpty()) return true;
            var frontier = state.told.orElse(state.computed).copy();
            for (var leaf : leaves) {
                frontier.append(leaf.leaf());
                var head = believed.get(frontier.size());
                if (head != null && !frontier.head().equals(head)) return false;
            }
            return true;
        }

        /** The checkpoint and the seal of one size. */
        private void heads(List<Signed.Statement> statements) {
            var seal = statements.stream()
                    .filter(one ->
                            one.row().source() == Source.SEAL && one.believed().isPresent())
                    .findFirst();
            if (seal.isPresent() && statements.size() == 1) {
                add(Finding.of(
                                Source.CHECKPOINT,
                                Kind.DROPPED,
                                Known.SEAL,
                                seal.get().row().size())
                        .with("expected", seal.get().head().map(Head::root)));
            }
            for (var statement : statements) {
                if (statement.believed().isEmpty()) {
                    var finding =
                            wrong(statement, Optional.of(state.computed.head().root()));
                    add(
                            seal.isPresent() && finding.known() == Known.SIGNED_LOG
                                    ? finding.known(Known.SEAL)
                                            .with("expected", seal.get().head().map(Head::root))
                                    : finding);
                    continue;
                }
                stated(statement.row().source(), statement.believed().get());
            }
        }

        private void stated(Source source, Head head) {
            if (state.computed.head().equals(head)) {
                state.doubtful.clear();
            } else if (state.told.filter(told -> told.head().equals(head)).isPresent()) {
                // what is below some hashes of the tiles is lost, and the hashes are right
                state.computed = state.told.get().copy();
                for (long lost : state.doubtful) {
                    state.findings.removeIf(finding -> finding.source() == Source.TILE
                            && finding.position() == lost
                            && !finding.text("place").orElse("").startsWith("tile/0/"));
                    add(Finding.of(Source.ENTRIES, Kind.CHANGED, Known.SIGNED_LOG, lost)
                            .with("through", lost + FULL - 1)
                            .with("place", "nothing that is there gives what the signed head vouches for"));
                }
                state.unresolved.addAll(state.doubtful);
                state.doubtful.clear();
            } else {
                state.astray = true;
                add(Finding.of(source, Kind.CONTRADICTS, Known.SIGNED_LOG, head.size())
                        .with("found", head.root())
                        .with("expected", state.computed.head().root()));
                return;
            }
            state.told = Optional.empty();
            state.vouched = head.size();
            state.astray = false;
        }

        /** A hash of a tile above the leaves. */
        private Optional<TreeHash> item(int level, long at) {
            int within = (int) (at % FULL);
            var bytes = tile(level, at / FULL);
            int end = (within + 1) * TreeHash.LENGTH;
            return bytes.filter(all -> all.length >= end)
                    .map(all -> TreeHash.of(Arrays.copyOfRange(all, end - TreeHash.LENGTH, end)));
        }

        private void subtree(int height, long at, TreeHash root) {
            if (height == 0 || height % 8 != 0) return;
            int level = height / 8;
            String name = name(level, at / FULL);
            var found = item(level, at);
            if (found.isPresent() && found.get().equals(root)) return;
            var finding = Finding.of(
                            Source.TILE,
                            found.isPresent() ? Kind.CHANGED : Kind.DROPPED,
                            Known.SIGNED_LOG,
                            at << height)
                    .with("place", name + (found.isPresent() ? " hash " + at % FULL : ""));
            boolean told = found.isEmpty()
                    && state.findings.stream()
                            .anyMatch(one -> one.source() == Source.TILE
                                    && one.kind() == Kind.DROPPED
                                    && one.text("place").filter(name::equals).isPresent());
            if (!told) add(finding.with("found", found).with("expected", Optional.of(root)));
        }

        private void entry(int i, Block.Truth truth) {
            var found = block.entries().get(i);
            boolean right = found.isPresent() && Block.leaf(found.get()).equals(truth.leaf());
            if (right) return;
            var another = found.flatMap(hash -> own(one -> one.entry().equals(Optional.of(hash))));
            if (another.isPresent()) {
                move(Source.ENTRIES, start + i, another.get());
                return;
            }
            add(Finding.of(Source.ENTRIES, found.isPresent() ? Kind.CHANGED : Kind.DROPPED, Known.SIGNED_LOG, start + i)
                    .with("place", name(TilePath.ENTRIES, start / FULL))
                    .with("found", found)
                    .with("expected", truth.entry()));
        }

        private void leaf(int i, Block.Truth truth) {
            var found = block.leaves().get(i);
            if (found.isPresent() && found.get().equals(truth.leaf())) return;
            var another = found.flatMap(hash -> own(one -> one.leaf().equals(hash)));
            if (another.isPresent()) {
                move(Source.TILE, start + i, another.get());
                return;
            }
            add(Finding.of(Source.TILE, found.isPresent() ? Kind.CHANGED : Kind.DROPPED, Known.SIGNED_LOG, start + i)
                    .with("place", name(0, start / FULL))
                    .with("found", found)
                    .with("expected", Optional.of(truth.leaf())));
        }

        /** The place of this block whose truth it is. */
        private Optional<Long> own(Predicate<Block.Truth> which) {
            for (int i = 0; i < truths.size(); i++) if (which.test(truths.get(i))) return Optional.of(start + i);
            return Optional.empty();
        }

        private void store(int i, Block.Truth truth) {
            long position = start + i;
            var found = row(i);
            if (found.isEmpty()) {
                damaged(position, truth);
                add(about(Finding.of(Source.STORE, Kind.DROPPED, Known.SIGNED_LOG, position), genuine(i, truth))
                        .with("expected", truth.entry()));
                return;
            }
            var row = found.get();
            var record = row.record();
            if (Block.leaf(row.entry()).equals(truth.leaf())) {
                columns(row, record);
                return;
            }
            damaged(position, truth);
            var another = record.map(EventRecord::position).filter(at -> at != position && belongs(at, row.entry()));
            if (another.isPresent()) {
                move(Source.STORE, position, another.get());
                return;
            }
            var should = genuine(i, truth);
            var finding = Finding.of(Source.STORE, Kind.CHANGED, Known.SIGNED_LOG, position)
                    .with("found", row.entry())
                    .with("expected", truth.entry());
            add(should.map(bytes ->
                            about(finding, should).with(Differences.between(row.bytes(), bytes), settings.show()))
                    .orElseGet(() -> finding.with("subject", row.subject()).with("version", row.version())));
        }

        /** Remembers what the record after it in its chain will name. */
        private void damaged(long position, Block.Truth truth) {
            if (state.damaged.size() < MOST_FINDINGS) state.damaged.put(truth.leaf(), position);
        }

        private void columns(Store.Row row, Optional<EventRecord> parsed) {
            var base = Finding.of(Source.STORE, Kind.CHANGED, Known.ITSELF, row.position());
            if (parsed.isEmpty() || parsed.get().position() != row.position()) {
                state.damaged.put(Block.leaf(row.entry()), row.position());
                add(base.with("place", "not a record of this position, though the log has it")
                        .with("found", row.entry()));
                return;
            }
            var record = parsed.get();
            column(base, record, row, "id", row.id(), record.id());
            column(base, record, row, "subject", row.subject(), record.subject());
            column(base, record, row, "version", row.version(), record.version());
            column(
                    base,
                    record,
                    row,
                    "hash",
                    row.hash().length == Hash.LENGTH ? Hash.of(row.hash()) : "?",
                    row.entry());
        }

        private void column(
                Finding base, EventRecord record, Store.Row row, String name, Object found, Object expected) {
            if (found.equals(expected)) return;
            state.damaged.put(Block.leaf(row.entry()), row.position());
            add(about(base, record)
                    .with("place", "column " + name)
                    .with("found", found)
                    .with("expected", expected));
        }

        /** The true record's bytes, from whichever source still has them. */
        private Optional<byte[]> genuine(int i, Block.Truth truth) {
            var row = row(i).filter(one -> Block.leaf(one.entry()).equals(truth.leaf()));
            if (row.isPresent()) return Optional.of(row.get().bytes());
            return topic.get(i)
                    .filter(place -> Block.leaf(place.hash()).equals(truth.leaf()))
                    .flatMap(sources.topic()::bytes);
        }

        private void topic(int i, Block.Truth truth) {
            long position = start + i;
            var found = topic.get(i);
            if (found.isEmpty()) {
                if (position < topicFrom() || position >= bounds.relayed()) return;
                add(about(Finding.of(Source.TOPIC, Kind.DROPPED, Known.SIGNED_LOG, position), genuine(i, truth))
                        .with("expected", truth.entry()));
                return;
            }
            var all = new ArrayList<>(List.of(found.get()));
            all.addAll(state.again.getOrDefault(position, List.of()));
            boolean stands =
                    all.stream().anyMatch(place -> Block.leaf(place.hash()).equals(truth.leaf()));
            Kind kind = stands ? Kind.ADDED : Kind.CHANGED;
            for (var place : all) {
                if (Block.leaf(place.hash()).equals(truth.leaf())) continue;
                var finding = Finding.of(Source.TOPIC, kind, Known.SIGNED_LOG, position)
                        .with("place", place.text())
                        .with("found", place.hash())
                        .with("expected", truth.entry());
                var should = kind == Kind.CHANGED ? genuine(i, truth) : Optional.<byte[]>empty();
                add(should.map(bytes -> about(finding, should)
                                .with(Differences.between(part(sources.topic().bytes(place)), bytes), settings.show()))
                        .orElse(finding));
                kind = Kind.ADDED; // one place can be changed only once
            }
        }

        /** The log does not have it yet, so two can be held against each other, and nobody says which is right. */
        private void notLogged(int i) {
            long position = start + i;
            var row = row(i);
            var there = topic.get(i);
            row.ifPresent(it -> columns(it, it.record()));
            if (row.isPresent()
                    && there.isPresent()
                    && !there.get().hash().equals(row.get().entry())) {
                add(Finding.of(Source.STORE, Kind.CHANGED, Known.MOST_SOURCES, position)
                        .with("place", "the topic has another record; which is right nobody says")
                        .with("found", row.get().entry())
                        .with("expected", there.get().hash()));
                state.damaged.put(Block.leaf(there.get().hash()), position);
            } else if (row.isPresent() && there.isEmpty() && position < bounds.relayed() && position >= topicFrom()) {
                add(Finding.of(Source.STORE, Kind.ADDED, Known.MOST_SOURCES, position)
                        .with("place", "neither the topic nor the log has it, though it was relayed")
                        .with("found", row.get().entry()));
            } else if (row.isEmpty()) {
                var bytes = there.flatMap(sources.topic()::bytes);
                there.ifPresent(place -> state.damaged.put(Block.leaf(place.hash()), position));
                add(about(Finding.of(Source.STORE, Kind.DROPPED, Known.MOST_SOURCES, position), bytes)
                        .with("expected", there.map(TopicIndex.Place::hash)));
            }
            for (var place : state.again.getOrDefault(position, List.of())) {
                add(Finding.of(Source.TOPIC, Kind.ADDED, Known.MOST_SOURCES, position)
                        .with("place", place.text())
                        .with("found", place.hash()));
            }
        }

        private boolean belongs(long position, Hash entry) {
            if (position < 0 || position >= bounds.places()) return false;
            if (position >= start && position < start + truths.size()) {
                return truths.get((int) (position - start)).leaf().equals(Block.leaf(entry));
            }
            return said(position).contains(entry);
        }
    }

    /** What the log and the topic have at a place. */
    private List<Hash> said(long position) {
        var said = new ArrayList<Hash>();
        if (position < bounds.log()) {
            int width = (int) (position % FULL) + 1;
            long at = position / FULL;
            int reach = (int) Math.min(FULL, bounds.log() - at * FULL);
            var bytes = sources.log().read(new TilePath(TilePath.ENTRIES, at, reach));
            Block.bundle(bytes, width).getLast().ifPresent(said::add);
        }
        index.at(position).map(TopicIndex.Place::hash).ifPresent(said::add);
        return said;
    }

    private static Finding wrong(Signed.Statement statement, Optional<TreeHash> expected) {
        var row = statement.row();
        String why = statement.wrong().orElse("");
        if (why.equals("column size")) {
            long own = statement.head().map(Head::size).orElse(row.size());
            return Finding.of(row.source(), Kind.CHANGED, Known.ITSELF, own)
                    .with("place", why)
                    .with("found", Long.toString(row.size()))
                    .with("expected", Long.toString(own));
        }
        return Finding.of(row.source(), Kind.CHANGED, Known.SIGNED_LOG, row.size())
                .with("place", why)
                .with("found", statement.head().map(Head::root))
                .with("expected", expected);
    }

    private static Finding about(Finding finding, EventRecord record) {
        return finding.with("subject", record.subject()).with("version", record.version());
    }

    private static Finding about(Finding finding, Optional<byte[]> record) {
        return record.flatMap(Auditing::parsed).map(it -> about(finding, it)).orElse(finding);
    }

    /** Rows where the store's head says that nothing can be yet, or ever. */
    private void outside() {
        for (var row : sources.store().outside(bounds.places(), MOST_FINDINGS + 1)) {
            var home = row.record()
                    .map(EventRecord::position)
                    .filter(at -> at < bounds.places() && said(at).contains(row.entry()));
            if (home.isPresent() && row.position() >= 0) {
                move(Source.STORE, row.position(), home.get());
            } else {
                add(Finding.of(Source.STORE, Kind.ADDED, Known.ITSELF)
                        .with("position", row.position())
                        .with("subject", row.subject())
                        .with("version", row.version())
                        .with("found", row.entry()));
            }
        }
    }

    private void odd() {
        boolean sizeWrong = state.findings.stream().anyMatch(finding -> finding.source() == Source.LOG);
        for (var odd : sources.bridge().odd()) {
            String name = name(odd.level(), odd.place());
            boolean told = state.findings.stream()
                    .anyMatch(finding -> finding.text("place").orElse("").startsWith(name));
            if (told
                    || (odd.past() && sizeWrong)
                    || state.moved(odd.level() < 0 ? Source.ENTRIES : Source.TILE)
                            .has(odd.place() * FULL)) continue;
            add(
                    odd.past()
                            ? Finding.of(Source.TILE, Kind.ADDED, Known.ITSELF).with("place", name)
                            : Finding.of(Source.TILE, Kind.CHANGED, Known.ITSELF)
                                    .with("place", name + " column width")
                                    .with("found", Long.toString(odd.width()))
                                    .with("expected", Long.toString(odd.holds())));
        }
    }

    // ---- the chains

    private void chains() {
        Set<Long> bad = new HashSet<>();
        state.findings.stream()
                .filter(finding -> finding.source() == Source.STORE)
                .forEach(finding -> bad.add(finding.position()));
        // where it was broken off, the row that was read last is read again
        Optional<EventRecord> last = state.version < 0
                ? Optional.empty()
                : sources.store().after(state.subject, state.version - 1, bounds.places(), 1).stream()
                        .findFirst()
                        .filter(row -> !damagedRow(bad, row))
                        .flatMap(Store.Row::record);
        long read = 0;
        while (true) {
            var rows = sources.store().after(state.subject, state.version, bounds.places(), PAGE);
            if (rows.isEmpty()) break;
            for (var row : rows) {
                var record = damagedRow(bad, row) ? Optional.<EventRecord>empty() : row.record();
                if (record.isPresent()) {
                    continues(record.get(), last);
                    last = record;
                }
            }
            state.subject = rows.getLast().subject();
            state.version = rows.getLast().version();
            read += rows.size();
            progress.at("chains", read, bounds.places());
            saveAfter(rows.size());
        }
        next(State.Phase.END);
    }

    private boolean damagedRow(Set<Long> bad, Store.Row row) {
        return bad.contains(row.position()) || state.moved(Source.STORE).has(row.position());
    }

    private void continues(EventRecord record, Optional<EventRecord> last) {
        if (record.previous().isEmpty()) return;
        var named = record.previous().get();
        var before =
                last.filter(one -> one.subject().equals(record.subject()) && one.version() == record.version() - 1);
        if (before.isPresent()) {
            var expected = EventRecord.entry(before.get().encode());
            if (expected.equals(named)) return;
            add(about(Finding.of(Source.STORE, Kind.CHANGED, Known.ITSELF, record.position()), record)
                    .with("place", "/previous")
                    .with("found", named)
                    .with("expected", expected));
        } else if (state.damaged.containsKey(Block.leaf(named))) {
            long position = Objects.requireNonNull(state.damaged.get(Block.leaf(named)));
            state.findings.replaceAll(
                    finding -> finding.position() == position ? learned(finding, record, named) : finding);
        } else if (state.damaged.size() < MOST_FINDINGS) { // else it may be one of those that were not remembered
            add(Finding.of(Source.STORE, Kind.DROPPED, Known.ITSELF)
                    .with("subject", record.subject())
                    .with("version", record.version() - 1)
                    .with("expected", named));
        }
    }

    /** What a record tells of the one before it. */
    private static Finding learned(Finding finding, EventRecord next, Hash named) {
        if (finding.source() != Source.STORE
                && finding.source() != Source.TOPIC
                && finding.source() != Source.ENTRIES) {
            return finding;
        }
        var more = finding.text("expected").isPresent() ? finding : finding.with("expected", named);
        return more.text("subject").isPresent() || finding.source() == Source.ENTRIES
                ? more
                : more.with("subject", next.subject()).with("version", next.version() - 1);
    }

    // ---- what came of it

    /** What was found, the gravest first, then by place. */
    List<Finding> findings() {
        var all = new ArrayList<Finding>();
        for (var source : Source.values()) {
            var single = new ArrayList<Finding>();
            for (var finding : state.findings) {
                if (finding.source() != source) continue;
                if (finding.kind() == Kind.CONTRADICTS) contradiction(finding).ifPresent(all::add);
                else if (finding.known() == Known.ITSELF || !level0(finding)) all.add(finding);
                else single.add(finding);
            }
            all.addAll(state.moved(source).resolve(single, place -> expected(source, place)));
        }
        // a checkpoint whose column says another size is not missing
        all.removeIf(finding -> finding.source() == Source.CHECKPOINT
                && finding.kind() == Kind.DROPPED
                && all.stream()
                        .anyMatch(other -> other.source() == Source.CHECKPOINT
                                && other.kind() == Kind.CHANGED
                                && other.position() == finding.position()));
        var first = firstContradiction();
        first.ifPresent(all::add);
        return all.stream()
                .map(finding -> finding.known() == Known.SIGNED_LOG && !isVouched(finding)
                        ? finding.known(Known.MOST_SOURCES)
                        : finding)
                .sorted(Comparator.comparing((Finding finding) -> finding.source() != Source.LOG)
                        .thenComparingLong(Finding::position)
                        .thenComparing(Finding::source)
                        .thenComparing(finding -> finding.json().canonical()))
                .toList();
    }

    private static boolean level0(Finding finding) {
        return finding.source() != Source.TILE
                || finding.text("place").orElse("").startsWith("tile/0/");
    }

    private Optional<?> expected(Source source, long place) {
        if (place < 0 || place >= bounds.places()) return Optional.empty();
        var said = said(place).stream().findFirst();
        return source == Source.TILE ? said.map(Block::leaf) : said;
    }

    /** A head that a later one contradicts, which is right. */
    private Optional<Finding> contradiction(Finding finding) {
        return finding.position() < state.vouched ? Optional.of(finding) : Optional.empty();
    }

    /** The log itself does not give what a signed head states. */
    private Optional<Finding> firstContradiction() {
        return state.findings.stream()
                .filter(finding -> finding.kind() == Kind.CONTRADICTS && finding.position() >= state.vouched)
                .findFirst()
                .map(finding -> Finding.of(Source.LOG, Kind.CONTRADICTS, Known.ITSELF, state.vouched)
                        .with("through", finding.position() - 1)
                        .with("found", finding.text("expected"))
                        .with("expected", finding.text("found"))
                        .with("place", "the signed head of size " + finding.position()));
    }

    private boolean isVouched(Finding finding) {
        long position = finding.number("position").orElse(0L);
        long covered =
                finding.source() == Source.CHECKPOINT || finding.source() == Source.SEAL ? position - 1 : position;
        return covered < state.vouched && !state.unresolved.contains(position - Math.floorMod(position, (long) FULL));
    }

    State state() {
        return state;
    }
}
