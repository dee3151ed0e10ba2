package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.kernel.json.Json;

/**
 * More than 20,000 ways to change a genuine package. None is accepted. Every change has its seed, so that a failure can be
 * played again.
 */
class MutationTest {
    private static final GenuinePackage GENUINE = new GenuinePackage(21);
    private static final GenuinePackage SIBLING = new GenuinePackage(22, GENUINE);
    private static final byte[] FILE = GENUINE.archived();
    private static final Optional<Trust> TRUST = Optional.of(GENUINE.archiveTrust());

    /** What the operator may write as it likes: its seal is all that it rests on. */
    private static final List<String> OPERATORS_WORD =
            List.of("META-INF/", "manifest.json", "report.pdf", "witness-policy.txt", "keys/");

    /** Collects mutants that are none, or are accepted. */
    private static final class Mutants {
        private final List<String> accepted = new ArrayList<>();
        private int count;

        void judge(Stream<Mutant> mutants) {
            mutants.parallel().forEach(mutant -> {
                byte[] file = mutant.file();
                if (Arrays.equals(file, FILE)) return;
                var outcome = Verification.verify(file, TRUST).outcome();
                synchronized (this) {
                    count++;
                    if (outcome != Report.Outcome.DOES_NOT_HOLD && outcome != Report.Outcome.UNREADABLE) {
                        accepted.add(mutant.name());
                    }
                }
            });
        }
    }

    private record Mutant(String name, byte[] file) {}

    @Test
    void no_mutant_is_accepted() {
        assertThat(Verification.verify(FILE, TRUST).outcome()).isEqualTo(Report.Outcome.HOLDS);
        var mutants = new Mutants();
        mutants.judge(everyByte());
        mutants.judge(lengths());
        mutants.judge(twins());
        mutants.judge(changedParts(false));
        mutants.judge(changedParts(true));
        mutants.judge(exchangedParts(false));
        mutants.judge(exchangedParts(true));
        assertThat(mutants.accepted).isEmpty();
        assertThat(mutants.count).isGreaterThan(20_000);
    }

    /** Each byte of the file once. */
    private static Stream<Mutant> everyByte() {
        return IntStream.range(0, FILE.length).mapToObj(at -> {
            byte[] bent = FILE.clone();
            bent[at] ^= (byte) (1 + new Random(at).nextInt(255));
            return new Mutant("byte " + at, bent);
        });
    }

    /** Bytes lost and bytes added. */
    private static Stream<Mutant> lengths() {
        return IntStream.range(0, 500).mapToObj(seed -> {
            var random = new Random(seed);
            int at = random.nextInt(FILE.length);
            int length = 1 + random.nextInt(40);
            byte[] other = seed % 2 == 0 ? lost(FILE, at, length) : doubled(FILE, at, length);
            return new Mutant("length, seed " + seed, other);
        });
    }

    /** The other signature that the same key verifies, (r, n − s), in the operator's seal and in the time stamp. */
    private static Stream<Mutant> twins() {
        var sealed = parts(FILE);
        sealed.keySet().removeAll(List.of(ArchivedParts.MANIFEST, ArchivedParts.RECORD));
        sealed.computeIfPresent("META-INF/signature.p7s", (_, cms) -> twin(cms));
        var stamped = parts(FILE);
        stamped.computeIfPresent("time-stamps/0000.tst", (_, cms) -> twin(cms));
        return Stream.of(packed("twin of the seal", sealed, false), packed("twin of the time stamp", stamped, true));
    }

    private static byte[] twin(byte[] cms) {
        var data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        var numbers = ASN1Sequence.getInstance(signer.getEncryptedDigest().getOctets());
        var n = CustomNamedCurves.getByName("P-256").getN();
        var higher = n.subtract(ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue());
        try {
            var twin = new DERSequence(new ASN1Encodable[] {numbers.getObjectAt(0), new ASN1Integer(higher)});
            var other = new SignerInfo(
                    signer.getSID(),
                    signer.getDigestAlgorithm(),
                    signer.getAuthenticatedAttributes(),
                    signer.getDigestEncryptionAlgorithm(),
                    new DEROctetString(twin.getEncoded()),
                    null);
            return new ContentInfo(
                            CMSObjectIdentifiers.signedData,
                            new SignedData(
                                    data.getDigestAlgorithms(),
                                    data.getEncapContentInfo(),
                                    data.getCertificates(),
                                    data.getCRLs(),
                                    new DERSet(other)))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each part in every way that its kind knows. */
    private static Stream<Mutant> changedParts(boolean resealed) {
        return parts(FILE).entrySet().stream()
                .filter(part -> !resealed || OPERATORS_WORD.stream().noneMatch(part.getKey()::startsWith))
                .flatMap(part -> {
                    String name = part.getKey();
                    var changed = new ArrayList<Mutant>();
                    changes(name, part.getValue(), (how, bytes) -> {
                        if (Arrays.equals(bytes, part.getValue())) return;
                        // what is not laid open, or no longer, is the operator's to leave out
                        if (resealed && how.matches("/values/[0-9]+ away")) return;
                        var parts = parts(FILE);
                        parts.put(name, bytes);
                        changed.add(packed(name + ": " + how, parts, resealed));
                    });
                    return changed.stream();
                });
    }

    /** Each part of one package in the place of each of the same kind in the other, or in the same. */
    private static Stream<Mutant> exchangedParts(boolean resealed) {
        var others = parts(SIBLING.archived());
        return parts(FILE).keySet().stream()
                .filter(name -> !resealed || OPERATORS_WORD.stream().noneMatch(name::startsWith))
                .flatMap(name -> Stream.concat(
                        others.entrySet().stream()
                                .filter(other -> kind(other.getKey()).equals(kind(name)))
                                .map(other ->
                                        with(name, other.getValue(), "the sibling's " + other.getKey(), resealed)),
                        parts(FILE).entrySet().stream()
                                .filter(other -> !other.getKey().equals(name))
                                .map(other -> with(name, other.getValue(), "its own " + other.getKey(), resealed))));
    }

    private static Mutant with(String name, byte[] bytes, String from, boolean resealed) {
        var parts = parts(FILE);
        parts.put(name, bytes);
        return packed(name + " is " + from, parts, resealed);
    }

    private static Mutant packed(String name, SequencedMap<String, byte[]> parts, boolean resealed) {
        return resealed
                ? new Mutant(name + ", resealed", GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal))
                : new Mutant(name, GenuinePackage.zipped(parts));
    }

    private static SequencedMap<String, byte[]> parts(byte[] file) {
        return new LinkedHashMap<>(Container.read(file).parts());
    }

    private static String kind(String name) {
        return name.replaceAll("[0-9]{4}|(?<=keys/).*", "");
    }

    private static void changes(String name, byte[] part, BiConsumer<String, byte[]> mutant) {
        mutant.accept("empty", new byte[0]);
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int at = random.nextInt(part.length);
            byte[] bent = part.clone();
            bent[at] ^= (byte) (1 << random.nextInt(8));
            mutant.accept("bit, seed " + seed, bent);
            mutant.accept("lost, seed " + seed, lost(part, at, 1 + random.nextInt(8)));
            mutant.accept("doubled, seed " + seed, doubled(part, at, 1 + random.nextInt(8)));
        }
        if (name.endsWith(".json"))
            fields(Json.parse(part), "", (where, json) -> mutant.accept(where, json.canonicalBytes()));
        if (name.endsWith(".txt") || name.endsWith(".tlog-proof")) lines(part, mutant);
        if (name.endsWith(".jws")) segments(part, mutant);
    }

    /** Each member and item away, doubled or of another value. */
    private static void fields(Json json, String at, BiConsumer<String, Json.Obj> whole) {
        each(json, at, (where, changed) -> {
            if (changed instanceof Json.Obj object) whole.accept(where, object);
        });
    }

    private static void each(Json json, String at, BiConsumer<String, Json> changed) {
        switch (json) {
            case Json.Obj object ->
                object.members().forEach((name, value) -> {
                    var without = new LinkedHashMap<>(object.members());
                    without.remove(name);
                    changed.accept(at + "/" + name + " away", new Json.Obj(without));
                    changed.accept(at + "/" + name + " null", object.with(name, new Json.Null()));
                    each(value, at + "/" + name, (where, other) -> changed.accept(where, object.with(name, other)));
                });
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    int place = i;
                    var without = new ArrayList<>(items);
                    without.remove(i);
                    changed.accept(at + "/" + i + " away", new Json.Arr(without));
                    var twice = new ArrayList<>(items);
                    twice.add(items.get(i));
                    changed.accept(at + "/" + i + " twice", new Json.Arr(twice));
                    each(items.get(i), at + "/" + i, (where, other) -> {
                        var more = new ArrayList<>(items);
                        more.set(place, other);
                        changed.accept(where, new Json.Arr(more));
                    });
                }
            }
            case Json.Text(var text) -> {
                changed.accept(at + " longer", new Json.Text(text + "x"));
                changed.accept(at + " shorter", new Json.Text(text.isEmpty() ? "x" : text.substring(1)));
            }
            case Json.Num(var number) -> changed.accept(at + " more", new Json.Num(number + 1));
            case Json.Bool(var value) -> changed.accept(at + " not", new Json.Bool(!value));
            case Json.Null _ -> changed.accept(at + " zero", new Json.Num(0));
        }
    }

    /** Each line away, doubled, or with its neighbour exchanged. */
    private static void lines(byte[] part, BiConsumer<String, byte[]> mutant) {
        var lines = List.of(new String(part, StandardCharsets.UTF_8).split("(?<=\\n)"));
        for (int i = 0; i < lines.size(); i++) {
            var without = new ArrayList<>(lines);
            String line = without.remove(i);
            mutant.accept("line " + i + " away", utf8(String.join("", without)));
            var twice = new ArrayList<>(lines);
            twice.add(i, line);
            mutant.accept("line " + i + " twice", utf8(String.join("", twice)));
            without.add(Math.min(i + 1, without.size()), line);
            mutant.accept("line " + i + " later", utf8(String.join("", without)));
        }
    }

    private static void segments(byte[] part, BiConsumer<String, byte[]> mutant) {
        var segments = List.of(new String(part, StandardCharsets.US_ASCII).split("\\."));
        for (int i = 0; i < segments.size(); i++) {
            var without = new ArrayList<>(segments);
            without.set(i, "");
            mutant.accept("segment " + i + " empty", utf8(String.join(".", without)));
        }
    }

    private static byte[] lost(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        byte[] less = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, less, at, bytes.length - end);
        return less;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        byte[] more = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, more, end, bytes.length - at);
        return more;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
