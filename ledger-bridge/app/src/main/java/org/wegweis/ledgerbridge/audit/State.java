package org.wegweis.ledgerbridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.audit.Finding.Source;

/** How far an audit is and what it has found, so that one that was killed goes on from there. Kept as one file. */
final class State {
    /** What is done, one after the other. */
    enum Phase {
        TOPIC,
        PLACES,
        CHAINS,
        END
    }

    /**
     * What is looked at, as it was when the audit began: the services go on meanwhile.
     *
     * @param places from 0 to below this one
     * @param log entries that the log has, or must have because a head of so many is signed
     * @param head the largest signed head
     * @param store the store's next position
     * @param relayed the first position that the topic may not have yet
     */
    record Bounds(
            long places,
            long log,
            long head,
            String root,
            long store,
            long relayed,
            Map<Integer, Long> begins,
            Map<Integer, Long> ends) {}

    final UUID run;
    final Bounds bounds;
    Phase phase = Phase.TOPIC;
    // the topic
    Map<Integer, Long> offsets = new TreeMap<>();
    Map<Integer, Long> firsts = new TreeMap<>();
    Map<Integer, Long> highest = new TreeMap<>();
    Map<Long, List<TopicIndex.Place>> again = new TreeMap<>();
    boolean outOfOrder;
    long repeated;
    // the places
    long next;
    // the tree over what should stand there, and the same with hashes of a tile where nothing below gives them
    Frontier computed = new Frontier();
    Optional<Frontier> told = Optional.empty();
    long vouched;
    boolean astray; // a signed head was passed that neither gives
    // blocks of which no source gives the hash that the tile above has: since the last head that was right, and before
    List<Long> doubtful = new ArrayList<>();
    List<Long> unresolved = new ArrayList<>();
    Map<Source, Placement> moved = new TreeMap<>();
    // the chains
    UUID subject = new UUID(0, 0);
    long version = -1;
    Map<TreeHash, Long> damaged = new HashMap<>(); // by the leaf that should be there

    final List<Finding> findings = new ArrayList<>();

    State(UUID run, Bounds bounds) {
        this.run = run;
        this.bounds = bounds;
        offsets.putAll(bounds.begins());
        for (var source : Source.values()) moved.put(source, new Placement(source));
    }

    Placement moved(Source source) {
        return moved.computeIfAbsent(source, Placement::new);
    }

    void save(Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            try (var channel = FileChannel.open(
                    draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                for (var rest = ByteBuffer.wrap(json().canonicalBytes()); rest.hasRemaining(); ) channel.write(rest);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static State load(Path file) {
        try {
            return parse(Json.parse(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unfinished("There is no audit to go on with in " + file.getParent() + ": " + e.getMessage(), e);
        }
    }

    private Json.Obj json() {
        var json = new LinkedHashMap<String, Json>();
        json.put("run", new Json.Text(run.toString()));
        json.put("places", Json.Num.of(bounds.places()));
        json.put("log", Json.Num.of(bounds.log()));
        json.put("head", Json.Num.of(bounds.head()));
        json.put("root", new Json.Text(bounds.root()));
        json.put("store", Json.Num.of(bounds.store()));
        json.put("relayed", Json.Num.of(bounds.relayed()));
        json.put("begins", numbers(bounds.begins()));
        json.put("ends", numbers(bounds.ends()));
        json.put("phase", new Json.Text(phase.name()));
        json.put("offsets", numbers(offsets));
        json.put("firsts", numbers(firsts));
        json.put("highest", numbers(highest));
        var places = new ArrayList<Json>();
        again.forEach((position, more) -> more.forEach(place -> places.add(Json.Obj.of()
                .with("position", position)
                .with("partition", place.partition())
                .with("offset", place.offset())
                .with("hash", place.hash().toString()))));
        json.put("again", new Json.Arr(places));
        json.put("outOfOrder", new Json.Bool(outOfOrder));
        json.put("repeated", Json.Num.of(repeated));
        json.put("next", Json.Num.of(next));
        json.put("computed", edge(computed));
        told.ifPresent(it -> json.put("told", edge(it)));
        json.put("vouched", Json.Num.of(vouched));
        json.put("astray", new Json.Bool(astray));
        json.put(
                "doubtful",
                new Json.Arr(doubtful.stream().<Json>map(Json.Num::of).toList()));
        json.put(
                "unresolved",
                new Json.Arr(unresolved.stream().<Json>map(Json.Num::of).toList()));
        var placements = new LinkedHashMap<String, Json>();
        moved.forEach((source, placement) -> placements.put(source.name(), placement.json()));
        json.put("moved", new Json.Obj(placements));
        json.put("subject", new Json.Text(subject.toString()));
        json.put("version", Json.Num.of(version));
        var hashes = new LinkedHashMap<String, Json>();
        damaged.forEach((hash, position) -> hashes.put(hash.toString(), Json.Num.of(position)));
        json.put("damaged", new Json.Obj(hashes));
        json.put(
                "findings",
                new Json.Arr(findings.stream().<Json>map(Finding::json).toList()));
        return new Json.Obj(json);
    }

    private static State parse(Json json) {
        var fields = Fields.of(json);
        var state = new State(
                fields.parsed("run", UUID::fromString),
                new Bounds(
                        fields.integer("places"),
                        fields.integer("log"),
                        fields.integer("head"),
                        fields.text("root"),
                        fields.integer("store"),
                        fields.integer("relayed"),
                        numbers(fields.object("begins")),
                        numbers(fields.object("ends"))));
        state.phase = fields.parsed("phase", Phase::valueOf);
        state.offsets = numbers(fields.object("offsets"));
        state.firsts = numbers(fields.object("firsts"));
        state.highest = numbers(fields.object("highest"));
        for (var item : items(fields, "again")) {
            var place = Fields.of(item);
            state.again
                    .computeIfAbsent(place.integer("position"), _ -> new ArrayList<>())
                    .add(new TopicIndex.Place(
                            (int) place.integer("partition"),
                            place.integer("offset"),
                            place.parsed("hash", Hash::parse)));
        }
        state.outOfOrder = fields.bool("outOfOrder");
        state.repeated = fields.integer("repeated");
        state.next = fields.integer("next");
        state.computed = edge(fields.object("computed"));
        state.told = fields.optionalObject("told").map(State::edge);
        state.vouched = fields.integer("vouched");
        state.astray = fields.bool("astray");
        state.doubtful.addAll(longs(fields, "doubtful"));
        state.unresolved.addAll(longs(fields, "unresolved"));
        var placements = fields.object("moved");
        for (var source : Source.values()) {
            placements.take(source.name()).ifPresent(runs -> state.moved.put(source, Placement.parse(source, runs)));
        }
        state.subject = fields.parsed("subject", UUID::fromString);
        state.version = fields.integer("version");
        var hashes = fields.object("damaged");
        for (String hash : hashes.names()) state.damaged.put(TreeHash.parse(hash), hashes.integer(hash));
        for (var item : items(fields, "findings")) state.findings.add(Finding.parse(item));
        return state;
    }

    private static List<Json> items(Fields fields, String name) {
        return fields.take(name).orElse(null) instanceof Json.Arr(var items) ? items : List.of();
    }

    private static List<Long> longs(Fields fields, String name) {
        return items(fields, name).stream()
                .map(item -> item instanceof Json.Num(double value) ? (long) value : -1L)
                .toList();
    }

    private static Json numbers(Map<Integer, Long> numbers) {
        var json = Json.Obj.of();
        for (var entry : numbers.entrySet()) json = json.with(entry.getKey().toString(), entry.getValue());
        return json;
    }

    private static Map<Integer, Long> numbers(Fields fields) {
        var numbers = new TreeMap<Integer, Long>();
        for (String name : fields.names()) numbers.put(Integer.valueOf(name), fields.integer(name));
        return numbers;
    }

    private static Json edge(Frontier frontier) {
        return Json.Obj.of()
                .with("size", frontier.size())
                .with(
                        "peaks",
                        new Json.Arr(frontier.peaks().stream()
                                .<Json>map(peak -> new Json.Text(peak.toString()))
                                .toList()));
    }

    private static Frontier edge(Fields fields) {
        return new Frontier(fields.integer("size"), fields.list("peaks", TreeHash::parse));
    }
}
