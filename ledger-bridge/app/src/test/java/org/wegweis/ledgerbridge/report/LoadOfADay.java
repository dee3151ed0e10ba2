package org.wegweis.ledgerbridge.report;

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
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.pack.DeviceKey;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.OperatorSeal;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.ledgerbridge.gathering.Directory;
import org.wegweis.ledgerbridge.gathering.Lineage;
import org.wegweis.ledgerbridge.gathering.Subject;

/**
 * A load of a day with twelve events: two carriers, an acceptance that was corrected. Its waste goes on in another load,
 * of which two records are there, and one station of its way is hidden.
 */
final class LoadOfADay {
    static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
    private static final OrganisationId GENERATOR = OrganisationId.parse("019ab000-0000-7000-8000-000000000001");
    private static final OrganisationId CARRIER = OrganisationId.parse("019ab000-0000-7000-8000-000000000002");
    private static final OrganisationId SECOND = OrganisationId.parse("019ab000-0000-7000-8000-000000000003");
    private static final OrganisationId PLANT = OrganisationId.parse("019ab000-0000-7000-8000-000000000004");

    private final Random random = new Random(12);
    private final UUID load = Uuid7.next(() -> MORNING, random);
    private final UUID onward = Uuid7.next(() -> MORNING, random);
    private final Map<OrganisationId, KeyPair> phones = new HashMap<>();
    private final List<EventRecord> records = new ArrayList<>();
    private final List<List<Evidence.Disclosure>> disclosures = new ArrayList<>();
    private final List<Optional<Evidence.SignedStatement>> statements = new ArrayList<>();
    private final NoteSigner logKey = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private final NoteSigner ledgerKey = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());
    private final OperatorSeal seal = OperatorSeal.generate("Wegweis GmbH", MORNING, new SecureRandom());
    private final String name;

    /**
     * Plays the day.
     *
     * @param remark what the first driver writes when handing over
     * @param name of the generator
     */
    LoadOfADay(String remark, String name) {
        this.name = name;
        var opening = Json.Obj.of()
                .with("noteNumber", "11681570210012-2")
                .with("certificate", "ENP20260000001")
                .with("wasteCode", "170503")
                .with("hazardous", true)
                .with("declaredGrams", 19_880_000)
                .with("generator", party(GENERATOR, "P12345678"))
                .with("carrier", Json.Obj.of().with("organisation", CARRIER.toString()))
                .with("plant", party(PLANT, "P87654321"));
        var nobody = Map.<String, String>of();
        office(load, "opened", GENERATOR, opening, nobody);
        office(load, "released", GENERATOR, Json.Obj.of(), nobody);
        phone(
                "picked-up",
                CARRIER,
                Role.DRIVER,
                Json.Obj.of().with("loadedGrams", 19_880_000),
                Map.of("plate", "B-FT 4711", "driver", "Anna Lorenz"));
        phone(
                "handed-over",
                CARRIER,
                Role.DRIVER,
                Json.Obj.of().with("to", Json.Obj.of().with("organisation", SECOND.toString())),
                Map.of("remark", remark));
        phone("taken-over", SECOND, Role.DRIVER, Json.Obj.of(), Map.of("plate", "CB-SE 208"));
        phone("delivered", SECOND, Role.DRIVER, Json.Obj.of(), nobody);
        phone("accepted", PLANT, Role.GATE, Json.Obj.of().with("acceptedGrams", 20_860_000), nobody);
        String accepted = records.getLast().id().toString();
        var correction = Json.Obj.of().with("corrects", accepted).with("massGrams", 19_860_000);
        phone("corrected", PLANT, Role.GATE, correction, Map.of("remark", "Zahlendreher beim Ablesen"));
        var agreed = Json.Obj.of().with("correction", records.getLast().id().toString());
        office(load, "correction-agreed", GENERATOR, agreed, nobody);
        office(load, "correction-agreed", CARRIER, agreed, nobody);
        office(load, "correction-agreed", SECOND, agreed, nobody);
        phone("delivered", SECOND, Role.DRIVER, Json.Obj.of(), nobody);
        office(onward, "opened", PLANT, opening.with("generator", party(PLANT, "P87654321")), nobody);
        office(onward, "released", PLANT, Json.Obj.of(), nobody);
    }

    UUID load() {
        return load;
    }

    Trust trust() {
        String certificate = Base64.getEncoder().encodeToString(seal.certificate());
        return new Trust("wegweis.example/log", logKey.key(), new Trust.Local(ledgerKey.key()), List.of(certificate));
    }

    Evidence evidence() {
        var tiles = new HashMap<TilePath, byte[]>();
        var log =
                new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));
        var growth = log.append(
                0,
                records.stream()
                        .map(record -> EventRecord.entry(record.encode()).bytes())
                        .toList());
        growth.tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
        var items = new ArrayList<Evidence.Item>();
        for (int i = 0; i < records.size(); i++) {
            var path = log.inclusionProof(i, records.size());
            items.add(new Evidence.Item(records.get(i), path, disclosures.get(i), statements.get(i)));
        }
        var checkpoint = Note.signed(new Checkpoint("wegweis.example/log", growth.head()).text(), logKey);
        var head = new Evidence.SealedHead(
                checkpoint,
                WitnessPolicy.of(logKey.key(), List.of(), 0),
                new Seal.Countersigned(checkpoint.with(ledgerKey)),
                List.of());
        var enrolments = phones.entrySet().stream()
                .map(phone -> new Enrolment(key(phone.getValue()), phone.getKey(), MORNING))
                .toList();
        return new Evidence(load, MORNING.plus(Duration.ofHours(9)), 1, 0, items, head, enrolments);
    }

    Content content(Evidence evidence) {
        byte[] file = new PackageWriter(seal).write(evidence, new byte[0]);
        return new Content(
                new Subject(Subject.CONSIGNMENTS, load.toString()),
                evidence,
                Optional.of(lineage()),
                directory(),
                Verification.verify(file, Optional.of(trust())));
    }

    byte[] file(Evidence evidence, byte[] report) {
        return new PackageWriter(seal).write(evidence, report);
    }

    private Lineage lineage() {
        return new Lineage(
                true,
                List.of(
                        node("consignment", Optional.of(new Subject("consignments", load.toString()))),
                        node("lot", Optional.of(new Subject("stocks", "P87654321"))),
                        node("consignment", Optional.of(new Subject("consignments", onward.toString()))),
                        node("consignment", Optional.empty())),
                List.of(
                        new Lineage.Edge(0, 1, 19_860_000),
                        new Lineage.Edge(1, 2, 12_000_000),
                        new Lineage.Edge(2, 3, 12_000_000)));
    }

    private static Lineage.Node node(String kind, Optional<Subject> subject) {
        return new Lineage.Node(kind, subject.isEmpty(), 19_860_000, subject, Optional.of("17 05 03*"));
    }

    private Directory directory() {
        return new Directory(
                Map.of(
                        GENERATOR, name,
                        CARRIER, "Flott Transporte GmbH",
                        SECOND, "Spree-Entsorgung Logistik KG",
                        PLANT, "Nordlicht Bodenbehandlung GmbH & Co. KG"),
                Map.of(
                        new SiteNumber("P12345678"), new Directory.Site("Baustelle Süd", "Cottbus"),
                        new SiteNumber("P87654321"), new Directory.Site("Werk Nord", "Eberswalde")));
    }

    private void office(UUID subject, String what, OrganisationId by, Json.Obj data, Map<String, String> personal) {
        add(subject, what, new Actor(by, Role.DISPATCHER, Optional.empty()), data, personal);
    }

    private void phone(String what, OrganisationId by, Role role, Json.Obj data, Map<String, String> personal) {
        var phone = phones.computeIfAbsent(by, _ -> newPhone());
        add(load, what, new Actor(by, role, Optional.of(key(phone).thumbprint())), data, personal);
    }

    private void add(UUID subject, String what, Actor by, Json.Obj data, Map<String, String> personal) {
        var id = Uuid7.next(() -> MORNING, random);
        String type = "consignment." + what + ".v1";
        var at = MORNING.plus(Duration.ofMinutes(17L * records.size()));
        var values = new ArrayList<Evidence.Disclosure>();
        var digests = Json.Obj.of();
        var said = Json.Obj.of();
        for (var value : personal.entrySet()) {
            var commitment = new Commitment(value.getValue(), hash());
            values.add(new Evidence.Disclosure(value.getKey(), commitment));
            digests = digests.with(value.getKey(), commitment.digest().toString());
            said = said.with(value.getKey(), value.getValue());
        }
        var stated = personal.isEmpty() ? data : data.with("personal", said);
        var recorded = personal.isEmpty() ? data : data.with("digests", digests);
        var payload = Json.Obj.of()
                .with("id", id.toString())
                .with("type", type)
                .with("consignment", subject.toString())
                .with("happenedAt", at.toString())
                .with("counter", records.size())
                .with("data", stated);
        Optional<Evidence.SignedStatement> statement =
                by.key().map(_ -> new Evidence.SignedStatement(signed(by, payload), hash()));
        var before = records.stream()
                .filter(record -> record.subject().equals(subject))
                .reduce((_, later) -> later);
        records.add(new EventRecord(
                id,
                type,
                subject,
                before.map(record -> record.version() + 1).orElse(0L),
                records.size(),
                before.map(record -> EventRecord.entry(record.encode())),
                at,
                at.plusSeconds(60),
                by,
                statement.map(one -> one.commitment().digest()),
                hash(),
                recorded));
        disclosures.add(values);
        statements.add(statement);
    }

    private String signed(Actor by, Json.Obj payload) {
        var phone = phones.get(by.organisation());
        if (phone == null) throw new AssertionError("no phone");
        var header = Json.Obj.of()
                .with("alg", "ES256")
                .with("kid", key(phone).thumbprint().toString())
                .with("typ", "wegweis-statement+jws");
        var encoder = Base64.getUrlEncoder().withoutPadding();
        String text = encoder.encodeToString(header.canonicalBytes()) + "."
                + encoder.encodeToString(payload.canonicalBytes());
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(phone.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoder.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair newPhone() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DeviceKey key(KeyPair phone) {
        var point = ((ECPublicKey) phone.getPublic()).getW();
        return new DeviceKey(
                coordinate(point.getAffineX().toByteArray()),
                coordinate(point.getAffineY().toByteArray()));
    }

    private static Hash coordinate(byte[] number) {
        byte[] bytes = new byte[Hash.LENGTH];
        int length = Math.min(number.length, Hash.LENGTH);
        System.arraycopy(number, number.length - length, bytes, Hash.LENGTH - length, length);
        return Hash.of(bytes);
    }

    private static Json.Obj party(OrganisationId organisation, String site) {
        return Json.Obj.of().with("organisation", organisation.toString()).with("site", site);
    }

    private Hash hash() {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }
}
