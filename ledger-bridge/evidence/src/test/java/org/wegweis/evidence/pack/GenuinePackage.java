package org.wegweis.evidence.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.longterm.Renewal;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority.Answer;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Trust.TsaCertificate;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/**
 * A consignment that was opened, picked up, delivered and accepted, and the one into which its waste went on, among other
 * records, with everything that proves them.
 * A forged one overrides what the liar does.
 */
public class GenuinePackage {
    public static final String ORIGIN = "wegweis.example/log";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final byte[] REPORT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    private static final OrganisationId CARRIER = OrganisationId.parse("019ab000-0000-7000-8000-000000000001");

    private static final String CONTRACT = "seals";

    public final NoteSigner logKey;
    public final NoteSigner ledgerKey;
    public final OperatorSeal seal;

    private static final List<Cosigner> WITNESSES = List.of(
            Cosigner.generate("old.witness.example", SignatureType.COSIGNATURE_V1, new SecureRandom()),
            Cosigner.generate("new.witness.example", SignatureType.ML_DSA_44, new SecureRandom()));
    private static final TestAuthority AUTHORITY =
            TestAuthority.generate(Duration.ofDays(3000), () -> NOON, new SecureRandom());

    private final Random random;
    private final UUID consignment;
    private final UUID onward;
    private final KeyPair device;
    private final DeviceKey deviceKey;

    private final int handovers;

    public GenuinePackage(long seed) {
        this(seed, 0);
    }

    /** One whose waste goes through more hands on its way, each of which makes a record of its own. */
    public GenuinePackage(long seed, int handovers) {
        this(
                seed,
                handovers,
                NoteSigner.generate(ORIGIN, new SecureRandom()),
                NoteSigner.generate("wegweis.example/ledger", new SecureRandom()),
                OperatorSeal.generate("Wegweis GmbH", NOON, new SecureRandom()));
    }

    /** Another package of the same operator. */
    public GenuinePackage(long seed, GenuinePackage other) {
        this(seed, 0, other.logKey, other.ledgerKey, other.seal);
    }

    private GenuinePackage(long seed, int handovers, NoteSigner logKey, NoteSigner ledgerKey, OperatorSeal seal) {
        this.handovers = handovers;
        this.logKey = logKey;
        this.ledgerKey = ledgerKey;
        this.seal = seal;
        random = new Random(seed);
        consignment = Uuid7.next(() -> NOON, random);
        onward = Uuid7.next(() -> NOON, random);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            device = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        var point = ((ECPublicKey) device.getPublic()).getW();
        deviceKey = new DeviceKey(
                coordinate(point.getAffineX().toByteArray()),
                coordinate(point.getAffineY().toByteArray()));
    }

    /** What the device signs for a record. */
    protected Json.Obj stated(Json.Obj payload) {
        return payload;
    }

    /** The record as it goes to the log. */
    protected EventRecord recorded(EventRecord record) {
        return record;
    }

    /** For whom the device is said to sign. */
    protected OrganisationId enrolledFor() {
        return CARRIER;
    }

    protected Instant enrolledAt() {
        return NOON;
    }

    /** The bytes of a statement's signature. */
    protected byte[] signed(byte[] signature) {
        return signature;
    }

    public Trust trust() {
        return new Trust(
                        ORIGIN,
                        logKey.key(),
                        new Trust.Local(ledgerKey.key()),
                        List.of(Base64.getEncoder().encodeToString(seal.certificate())))
                .witnessedBy(policy());
    }

    /** The trust that knows the authority of {@link #archived} too. */
    public Trust archiveTrust() {
        return trust().withTsaCertificates(List.of(new TsaCertificate(AUTHORITY.certificate(), false)));
    }

    /** The package with a time stamp on its checkpoint and an evidence record. */
    public byte[] archived() {
        var evidence = evidence();
        var head = evidence.head();
        var token = AUTHORITY.stamp(
                Imprint.of(HashAlgorithm.SHA_256, head.checkpoint().first().bytes()));
        var stamped = new Evidence.SealedHead(
                head.checkpoint(),
                head.witnessPolicy(),
                head.seal(),
                List.of(((Answer.Stamped) token).timeStamp().der()));
        var parts = Container.read(file(evidence, stamped)).parts();
        var first = new Renewal.Task(
                ArchivedParts.data(parts), Optional.empty(), new Renewal.Due(Renewal.Kind.FIRST, Instant.MIN));
        var outcome = new Renewal(AUTHORITY.anchors(), Algorithms.KNOWN, Duration.ZERO)
                .renew(List.of(first), AUTHORITY, NOON)
                .getFirst();
        return Container.write(ArchivedParts.with(parts, ((Renewal.Outcome.Renewed) outcome).record()));
    }

    private WitnessPolicy policy() {
        return WitnessPolicy.of(
                logKey.key(), WITNESSES.stream().map(Cosigner::key).toList(), WITNESSES.size());
    }

    public byte[] file() {
        return new PackageWriter(seal).write(evidence(), REPORT);
    }

    /** Of the same, under another head. */
    private byte[] file(Evidence evidence, Evidence.SealedHead head) {
        var other = new Evidence(
                evidence.subject(),
                evidence.madeAt(),
                evidence.hidden(),
                evidence.leftOut(),
                evidence.items(),
                head,
                evidence.enrolments());
        return new PackageWriter(seal).write(other, REPORT);
    }

    /** The trust that knows a channel instead of the operator's own ledger. */
    public Trust trust(TestChannel channel) {
        var local = trust();
        return new Trust(
                        local.origin(),
                        local.logKey(),
                        new Trust.Channel("seals", CONTRACT, channel.genesis()),
                        local.sealCertificates())
                .witnessedBy(policy());
    }

    /** The package with its head sealed on a channel. */
    public byte[] sealedOn(TestChannel channel) {
        var evidence = evidence();
        var head = evidence.head();
        var sealed = new Evidence.SealedHead(
                head.checkpoint(),
                head.witnessPolicy(),
                sealed(channel, head.checkpoint().first()),
                List.of());
        return file(evidence, sealed);
    }

    /** Has a checkpoint written to a channel as the contract would, and proved. */
    public static Seal.OnChannel sealed(TestChannel channel, Note note) {
        var checkpoint = Checkpoint.parse(note.text());
        String key = Seal.OnChannel.key(checkpoint.origin(), checkpoint.head().size());
        String value = Json.Obj.of().with("note", note.toString()).canonical();
        channel.define(CONTRACT);
        channel.write(CONTRACT, key, value.getBytes(StandardCharsets.UTF_8));
        String answer = "{\"answer\":\"seal\",\"seal\":" + value + "}";
        byte[] read = channel.read(CONTRACT, key, answer.getBytes(StandardCharsets.UTF_8));
        return new Seal.OnChannel(note, FabricProof.collect(channel, List.of(read), key));
    }

    /** A file with these parts, sealed by that operator: what a forger without the log's key can make. */
    public static byte[] resealed(Map<String, byte[]> changed, UUID consignment, OperatorSeal forger) {
        var parts = new LinkedHashMap<>(changed);
        parts.keySet().removeIf(name -> name.startsWith("META-INF/") || name.equals(Container.MANIFEST));
        parts.putFirst(
                Container.MANIFEST, Manifest.of(consignment, NOON, 2, 0, parts).bytes());
        parts.put(Container.ASIC_MANIFEST, AsicManifest.ofSignature(parts));
        parts.put(Container.SIGNATURE, forger.sign(parts.get(Container.ASIC_MANIFEST), NOON));
        return Container.write(parts);
    }

    public static byte[] zipped(Map<String, byte[]> parts) {
        return Container.write(parts);
    }

    public UUID consignment() {
        return consignment;
    }

    public Evidence evidence() {
        var tiles = new HashMap<TilePath, byte[]>();
        var log =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        var entries = new ArrayList<byte[]>();
        var records = new ArrayList<EventRecord>();
        var places = new ArrayList<Integer>();
        var statements = new ArrayList<Optional<Evidence.SignedStatement>>();
        var disclosures = new ArrayList<List<Evidence.Disclosure>>();

        var types = new ArrayList<>(List.of("opened", "picked-up"));
        types.addAll(Collections.nCopies(handovers, "handed-over"));
        types.addAll(List.of("delivered", "accepted", "opened", "picked-up"));
        int own = types.size() - 2;
        for (int number = 0; number < types.size(); number++) {
            UUID subject = number < own ? consignment : onward;
            int version = number < own ? number : number - own;
            for (int other = random.nextInt(200); other > 0; other--) entries.add(bytes32());
            var plate = new Commitment("B-XY 12" + version, Hash.of(bytes32()));
            var data = Json.Obj.of().with("grams", 1000L * version);
            boolean signed = number > 0 && number < own - 1;
            boolean personal = number == 1;
            var id = Uuid7.next(() -> NOON, random);
            String type = "consignment." + types.get(number) + ".v1";
            Instant happenedAt = NOON.plusSeconds(number);
            Optional<Evidence.SignedStatement> statement = signed
                    ? Optional.of(new Evidence.SignedStatement(
                            jws(Json.Obj.of()
                                    .with("id", id.toString())
                                    .with("type", type)
                                    .with("consignment", subject.toString())
                                    .with("happenedAt", happenedAt.toString())
                                    .with("counter", version)
                                    .with(
                                            "data",
                                            personal
                                                    ? data.with(
                                                            "personal",
                                                            Json.Obj.of().with("plate", plate.value()))
                                                    : data)),
                            Hash.of(bytes32())))
                    : Optional.empty();
            var record = recorded(new EventRecord(
                    id,
                    type,
                    subject,
                    version,
                    entries.size(),
                    version == 0
                            ? Optional.empty()
                            : Optional.of(EventRecord.entry(records.getLast().encode())),
                    happenedAt,
                    happenedAt.plusSeconds(60),
                    new Actor(
                            CARRIER,
                            Actor.Role.DRIVER,
                            signed ? Optional.of(deviceKey.thumbprint()) : Optional.empty()),
                    statement.map(one -> one.commitment().digest()),
                    Hash.of(bytes32()),
                    personal
                            ? data.with(
                                    "digests",
                                    Json.Obj.of().with("plate", plate.digest().toString()))
                            : data));
            records.add(record);
            places.add(entries.size());
            statements.add(statement);
            disclosures.add(personal ? List.of(new Evidence.Disclosure("plate", plate)) : List.of());
            entries.add(EventRecord.entry(record.encode()).bytes());
        }
        var growth = log.append(0, entries);
        growth.tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));

        var items = new ArrayList<Evidence.Item>();
        for (int i = 0; i < records.size(); i++) {
            var path = log.inclusionProof(places.get(i), entries.size());
            items.add(new Evidence.Item(records.get(i), path, disclosures.get(i), statements.get(i)));
        }
        var stated = new Checkpoint(ORIGIN, growth.head());
        var signed = Note.signed(stated.text(), logKey);
        var checkpoint = signed.with(
                WITNESSES.stream().map(one -> one.cosign(stated, NOON)).toList());
        var head = new Evidence.SealedHead(
                checkpoint, policy(), new Seal.Countersigned(signed.with(ledgerKey)), List.of());
        return new Evidence(
                consignment,
                NOON.plusSeconds(3600),
                2,
                0,
                items,
                head,
                List.of(new Enrolment(deviceKey, enrolledFor(), enrolledAt())));
    }

    private String jws(Json.Obj payload) {
        var header = Json.Obj.of()
                .with("alg", "ES256")
                .with("kid", deviceKey.thumbprint().toString())
                .with("typ", "wegweis-statement+jws");
        var encoder = Base64.getUrlEncoder().withoutPadding();
        String text = encoder.encodeToString(header.canonicalBytes()) + "."
                + encoder.encodeToString(stated(payload).canonicalBytes());
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(device.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoder.encodeToString(signed(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes32() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 32 bytes big-endian, without the sign byte that BigInteger may add and with the zeros that it drops. */
    private static Hash coordinate(byte[] number) {
        var out = new ByteArrayOutputStream();
        for (int i = number.length; i < Hash.LENGTH; i++) out.write(0);
        out.writeBytes(Arrays.copyOfRange(number, Math.max(0, number.length - Hash.LENGTH), number.length));
        return Hash.of(out.toByteArray());
    }
}
