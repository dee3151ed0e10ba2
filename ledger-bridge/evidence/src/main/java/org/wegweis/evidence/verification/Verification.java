package org.wegweis.evidence.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.ContainerSignature;
import org.wegweis.evidence.pack.DeviceKey;
import org.wegweis.evidence.pack.Disclosures;
import org.wegweis.evidence.pack.Manifest;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.evidence.pack.Unreadable;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** Judges a package by nothing but its bytes and a trust file. Hostile bytes get a report, never an exception. */
public final class Verification {
    private static final int MOST_RECORDS = 10_000;

    private final Container container;
    private final Optional<Trust> trust;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    private final Map<Long, EventRecord> records = new HashMap<>();
    private final Map<Long, SignedStatement> statements = new HashMap<>();

    private Verification(Container container, Optional<Trust> trust, Instant now) {
        this.container = container;
        this.trust = trust;
        this.now = now;
    }

    /** As of when it was made: whether its time stamps have grown old since is not asked. */
    public static Report verify(byte[] file, Optional<Trust> trust) {
        return verify(file, trust, Instant.MIN);
    }

    /** @param now at which its time stamps must still count */
    public static Report verify(byte[] file, Optional<Trust> trust, Instant now) {
        Container container;
        try {
            container = Container.read(file);
        } catch (Unreadable e) {
            var why = unreadable(e);
            return new Report(List.of(new Step(Code.CONTAINER_READABLE, Result.DOES_NOT_HOLD, why)), trust);
        }
        return new Verification(container, trust, now).report();
    }

    private Report report() {
        steps.add(new Step(
                Code.CONTAINER_READABLE,
                Result.HOLDS,
                new Sentence("Der Behälter ist lesbar.", "The container can be read.")));
        step(Code.PARTS_COMPLETE, this::partsAreComplete);
        signature();
        steps.add(EvidenceRecordCheck.step(container.parts(), trust, Algorithms.KNOWN, now));
        step(Code.RECORDS_CANONICAL, this::recordsAreCanonical);
        boolean readable = holds(Code.RECORDS_CANONICAL);
        stepIf(readable, Code.RECORDS_CHAINED, this::recordsAreChained);
        stepIf(readable, Code.DISCLOSURES_MATCH, this::disclosuresMatch);
        stepIf(readable, Code.STATEMENTS_COMMITTED, this::statementsAreCommitted);
        boolean committed = holds(Code.STATEMENTS_COMMITTED);
        stepIf(committed, Code.STATEMENTS_SIGNED, this::statementsAreSigned);
        stepIf(committed, Code.STATEMENTS_AGREE, this::statementsAgree);
        stepIf(readable, Code.RECORDS_IN_LOG, this::recordsAreInLog);
        step(Code.CHECKPOINT_SIGNED, this::checkpointIsSigned);
        steps.add(TimeStampCheck.step(container.parts(), trust, Algorithms.KNOWN, now));
        step(Code.LEDGER_SEALED, this::ledgerHasSealed);
        steps.add(new Step(
                Code.INDEPENDENTLY_SEALED,
                Result.NOT_CHECKED,
                new Sentence(
                        "Keine unabhängige Stelle hat diesen Prüfpunkt gesiegelt.",
                        "No independent party has sealed this.")));
        return new Report(steps, trust);
    }

    private Finding partsAreComplete() {
        if (!container.damaged().isEmpty()) {
            throw wrong("Prüfsumme falsch: " + container.damaged(), "wrong checksum: " + container.damaged());
        }
        var manifest = Manifest.parse(part("manifest.json"));
        for (var listed : manifest.parts().entrySet()) {
            String name = listed.getKey();
            if (!PartName.isKnown(name)) throw wrong("unbekannter Teil: " + name, "unknown part: " + name);
            if (!Hash.sha256(part(name)).equals(listed.getValue())) {
                throw wrong("verändert: " + name, "changed: " + name);
            }
        }
        for (String name : container.parts().keySet()) {
            boolean expected = manifest.parts().containsKey(name)
                    || List.of(
                                    "manifest.json",
                                    "META-INF/ASiCManifest.xml",
                                    "META-INF/signature.p7s",
                                    ArchivedParts.MANIFEST,
                                    ArchivedParts.RECORD)
                            .contains(name);
            if (!expected) throw wrong("nicht verzeichnet: " + name, "not listed: " + name);
        }
        return holds(
                "Alle %d verzeichneten Teile sind da und unverändert, sonst ist nichts darin."
                        .formatted(manifest.parts().size()),
                "All %d listed parts are there and unchanged, and nothing else is inside."
                        .formatted(manifest.parts().size()));
    }

    private void signature() {
        var certificate = new ArrayList<byte[]>();
        step(Code.CONTAINER_SIGNATURE, () -> {
            certificate.add(ContainerSignature.signer(container)
                    .orElseThrow(() -> wrong("sie deckt den Inhalt nicht", "it does not cover the contents")));
            return holds("Das Siegel des Betreibers deckt jeden Teil.", "The operator's seal covers every part.");
        });
        stepIf(!certificate.isEmpty(), Code.SEAL_CERTIFICATE, () -> {
            String print = Hash.sha256(certificate.getFirst()).hex();
            if (trust.isEmpty()) return untrusted("Siegelzertifikat " + print, "seal certificate " + print);
            if (!trust.get().trusts(certificate.getFirst())) {
                throw wrong("es steht nicht in der Vertrauensdatei: " + print, "not in the trust file: " + print);
            }
            return holds("Dem Siegelzertifikat wird vertraut.", "The seal certificate is trusted.");
        });
    }

    private Finding recordsAreCanonical() {
        var manifest = Manifest.parse(part("manifest.json"));
        long version = 0;
        while (version < MOST_RECORDS && container.parts().containsKey(PartName.record(version))) {
            var record = EventRecord.parse(part(PartName.record(version)));
            if (!record.subject().equals(manifest.subject())) {
                throw wrong(
                        "Eintrag %d gehört zu einem anderen Gegenstand".formatted(version),
                        "record %d is of another subject".formatted(version));
            }
            records.put(version, record);
            version++;
        }
        long inside = container.parts().keySet().stream()
                .filter(name -> name.startsWith("records/"))
                .count();
        if (version == 0 || inside != version) {
            throw wrong("die Einträge haben Lücken", "there are gaps between the records");
        }
        return holds(
                "Alle %d Einträge sind in der einen zulässigen Form, alle zu %s."
                        .formatted(version, manifest.subject()),
                "All %d records are in their one form, all of %s.".formatted(version, manifest.subject()));
    }

    private Finding recordsAreChained() {
        for (long version = 0; version < records.size(); version++) {
            var record = record(version);
            boolean follows = record.version() == version;
            if (version > 0) {
                var before = record(version - 1);
                follows &= record.previous().equals(Optional.of(EventRecord.entry(before.encode())));
                follows &= record.position() > before.position();
            }
            if (!follows) {
                throw wrong(
                        "Eintrag %d folgt nicht auf den vorigen".formatted(version),
                        "record %d does not follow the one before".formatted(version));
            }
        }
        return holds(
                "Die Einträge sind lückenlos verkettet, vom ersten an. Ob danach weitere folgten, zeigt das Paket nicht.",
                "The records are chained without a gap from the first. Whether more followed, the package cannot show.");
    }

    private Finding disclosuresMatch() {
        var disclosures = Disclosures.parse(part(PartName.DISCLOSURES));
        for (var value : disclosures.values()) {
            var digest = digests(record(value.version())).get(value.name());
            if (!new Json.Text(value.commitment().digest().toString()).equals(digest)) {
                throw wrong(
                        "%s in Eintrag %d ist ein anderer Wert".formatted(value.name(), value.version()),
                        "%s of record %d is another value".formatted(value.name(), value.version()));
            }
        }
        long all = records.values().stream().mapToLong(r -> digests(r).size()).sum();
        return holds(
                "%d von %d personenbezogenen Angaben sind offengelegt und die eingetragenen."
                        .formatted(disclosures.values().size(), all),
                "%d of %d personal values are disclosed and are those recorded."
                        .formatted(disclosures.values().size(), all));
    }

    private Finding statementsAreCommitted() {
        var salts = Disclosures.parse(part(PartName.DISCLOSURES)).statementSalts();
        long inside = container.parts().keySet().stream()
                .filter(name -> name.startsWith("statements/"))
                .count();
        if (inside != salts.size()) {
            throw wrong("Erklärungen und Salze passen nicht zusammen", "statements and salts do not fit");
        }
        for (var salt : salts.entrySet()) {
            long version = salt.getKey();
            String jws = ascii(part(PartName.statement(version)));
            var digest = new Commitment(jws, salt.getValue()).digest();
            if (!record(version).statement().equals(Optional.of(digest))) {
                throw wrong(
                        "die Erklärung zu Eintrag %d ist eine andere".formatted(version),
                        "the statement of record %d is another".formatted(version));
            }
            statements.put(version, SignedStatement.parse(jws));
        }
        long expected = records.values().stream()
                .filter(record -> record.statement().isPresent())
                .count();
        return holds(
                "%d von %d unterschriebenen Erklärungen liegen bei und sind die eingetragenen."
                        .formatted(statements.size(), expected),
                "%d of %d signed statements are enclosed and are those recorded."
                        .formatted(statements.size(), expected));
    }

    private Finding statementsAreSigned() {
        int without = 0;
        for (var entry : statements.entrySet()) {
            var statement = entry.getValue();
            if (!record(entry.getKey()).actor().key().equals(Optional.of(statement.key()))) {
                throw wrong(
                        "Eintrag %d nennt einen anderen Schlüssel".formatted(entry.getKey()),
                        "record %d names another key".formatted(entry.getKey()));
            }
            byte[] jwk = container.parts().get(PartName.key(statement.key()));
            if (jwk == null) {
                without++;
                continue;
            }
            var key = DeviceKey.parse(jwk);
            if (!key.thumbprint().equals(statement.key()) || !key.made(statement.signature(), statement.signed())) {
                throw wrong(
                        "die Unterschrift zu Eintrag %d ist falsch".formatted(entry.getKey()),
                        "the signature of record %d is wrong".formatted(entry.getKey()));
            }
        }
        if (without > 0) {
            return new Finding(
                    Result.NOT_CHECKED,
                    new Sentence(
                            "Zu %d Erklärungen fehlt der Schlüssel des Geräts.".formatted(without),
                            "The device's key is missing for %d statements.".formatted(without)));
        }
        return holds(
                "%d Unterschriften von Geräten sind echt.".formatted(statements.size()),
                "%d signatures of devices are genuine.".formatted(statements.size()));
    }

    private Finding statementsAgree() {
        var disclosed = Disclosures.parse(part(PartName.DISCLOSURES)).values();
        for (var entry : statements.entrySet()) {
            long version = entry.getKey();
            var personal = entry.getValue().requireAgrees(record(version));
            for (var value : disclosed) {
                if (value.version() != version) continue;
                if (!new Json.Text(value.commitment().value()).equals(personal.get(value.name()))) {
                    throw wrong(
                            "%s in Eintrag %d ist nicht die erklärte Angabe".formatted(value.name(), version),
                            "%s of record %d is not what was stated".formatted(value.name(), version));
                }
            }
        }
        return holds("Die Einträge sagen, was unterschrieben wurde.", "The records say what was signed.");
    }

    private Finding recordsAreInLog() {
        var checkpoint = Note.parse(part(PartName.CHECKPOINT));
        var head = Checkpoint.parse(checkpoint.text()).head();
        for (long version = 0; version < records.size(); version++) {
            var record = record(version);
            var proof = LogProof.parse(utf8(part(PartName.proof(version))));
            boolean proved = proof.index() == record.position()
                    && proof.checkpoint().equals(checkpoint)
                    && proof.proves(EventRecord.entry(record.encode()).bytes());
            if (!proved) {
                throw wrong(
                        "Eintrag %d ist nicht im Protokoll".formatted(version),
                        "record %d is not in the log".formatted(version));
            }
        }
        long inside = container.parts().keySet().stream()
                .filter(name -> name.startsWith("proofs/"))
                .count();
        if (inside != records.size()) throw wrong("ein Beweis ohne Eintrag", "a proof without a record");
        return holds(
                "Jeder Eintrag steht an seinem Platz im Protokoll von %d Einträgen.".formatted(head.size()),
                "Every record stands in its place in the log of %d records.".formatted(head.size()));
    }

    private Finding checkpointIsSigned() {
        var note = Note.parse(part(PartName.CHECKPOINT));
        var checkpoint = Checkpoint.parse(note.text());
        if (trust.isEmpty())
            return untrusted("Prüfpunkt von " + checkpoint.origin(), "checkpoint of " + checkpoint.origin());
        if (!checkpoint.origin().equals(trust.get().origin())) {
            throw wrong("er ist von einem anderen Protokoll", "it is of another log");
        }
        if (!note.signedBy(trust.get().logKey())) throw wrong("der Schlüssel fehlt", "the key has not signed");
        return holds(
                "Das Protokoll %s hat den Prüfpunkt unterschrieben.".formatted(checkpoint.origin()),
                "The log %s has signed the checkpoint.".formatted(checkpoint.origin()));
    }

    private Finding ledgerHasSealed() {
        var note = Note.parse(part(PartName.SEAL));
        var checkpoint = Note.parse(part(PartName.CHECKPOINT));
        if (!note.text().equals(checkpoint.text())) throw wrong("er siegelt etwas anderes", "it seals something else");
        if (trust.isEmpty()) return untrusted("lokaler Ledger", "local ledger");
        var known = List.of(trust.get().logKey(), trust.get().ledgerKey());
        if (!note.signedBy(known).containsAll(known)) throw wrong("der Schlüssel fehlt", "the key has not signed");
        return holds(
                "Der lokale Ledger des Betreibers hat den Prüfpunkt gegengezeichnet.",
                "The operator's local ledger has countersigned the checkpoint.");
    }

    private EventRecord record(long version) {
        var record = records.get(version);
        if (record == null) throw wrong("kein Eintrag %d".formatted(version), "no record %d".formatted(version));
        return record;
    }

    private byte[] part(String name) {
        byte[] part = container.parts().get(name);
        if (part == null) throw wrong("es fehlt " + name, "missing: " + name);
        return part;
    }

    private static Map<String, Json> digests(EventRecord record) {
        return Fields.of(record.data())
                .take("digests")
                .map(digests -> digests instanceof Json.Obj(var members) ? members : Map.<String, Json>of())
                .orElse(Map.of());
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a step found, unless it does not hold. */
    private record Finding(Result result, Sentence sentence) {}

    @FunctionalInterface
    private interface Check {
        Finding look();
    }

    /** Why a step does not hold. */
    static final class Wrong extends RuntimeException {
        private final Sentence sentence;

        Wrong(Sentence sentence) {
            super(sentence.english());
            this.sentence = sentence;
        }
    }

    static Wrong wrong(String german, String english) {
        return new Wrong(new Sentence(german, english));
    }

    private static Finding holds(String german, String english) {
        return new Finding(Result.HOLDS, new Sentence(german, english));
    }

    private static Finding untrusted(String german, String english) {
        return new Finding(
                Result.NOT_CHECKED,
                new Sentence(
                        german + ": ohne Vertrauensdatei nicht geprüft.",
                        english + ": not checked without a trust file."));
    }

    private boolean holds(Code code) {
        return steps.stream().anyMatch(step -> step.code() == code && step.result() == Result.HOLDS);
    }

    private void stepIf(boolean possible, Code code, Check check) {
        if (possible) {
            step(code, check);
        } else {
            steps.add(new Step(
                    code,
                    Result.NOT_CHECKED,
                    new Sentence(
                            "Nicht geprüft, weil schon ein früherer Schritt nicht hält.",
                            "Not checked because an earlier step does not hold.")));
        }
    }

    private void step(Code code, Check check) {
        Finding finding;
        try {
            finding = check.look();
        } catch (Wrong e) {
            finding = new Finding(Result.DOES_NOT_HOLD, failed(code, e.sentence));
        } catch (RuntimeException | StackOverflowError e) {
            // whatever hostile bytes provoke in a parser: what cannot be read does not hold
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            finding = new Finding(
                    Result.DOES_NOT_HOLD, failed(code, new Sentence("nicht lesbar: " + why, "unreadable: " + why)));
        }
        steps.add(new Step(code, finding.result(), finding.sentence()));
    }

    private static Sentence failed(Code code, Sentence why) {
        Sentence what = switch (code) {
            case CONTAINER_READABLE -> new Sentence("Behälter", "Container");
            case PARTS_COMPLETE -> new Sentence("Inhaltsverzeichnis", "List of contents");
            case CONTAINER_SIGNATURE -> new Sentence("Siegel des Betreibers", "The operator's seal");
            case SEAL_CERTIFICATE -> new Sentence("Siegelzertifikat", "Seal certificate");
            case EVIDENCE_RECORD -> new Sentence("Evidence Record", "Evidence record");
            case RECORDS_CANONICAL -> new Sentence("Form der Einträge", "Form of the records");
            case RECORDS_CHAINED -> new Sentence("Kette der Einträge", "Chain of the records");
            case DISCLOSURES_MATCH -> new Sentence("Offengelegte Angaben", "Disclosed values");
            case STATEMENTS_COMMITTED -> new Sentence("Erklärungen", "Statements");
            case STATEMENTS_SIGNED -> new Sentence("Unterschriften der Geräte", "Signatures of the devices");
            case STATEMENTS_AGREE -> new Sentence("Erklärt und eingetragen", "Stated and recorded");
            case RECORDS_IN_LOG -> new Sentence("Beweise des Protokolls", "Proofs of the log");
            case CHECKPOINT_SIGNED -> new Sentence("Unterschrift unter dem Prüfpunkt", "Signature of the checkpoint");
            case TIME_STAMPED -> new Sentence("Zeitstempel", "Time stamp");
            case LEDGER_SEALED -> new Sentence("Gegenzeichnung des Ledgers", "The ledger's countersignature");
            case INDEPENDENTLY_SEALED -> new Sentence("Unabhängiges Siegel", "Independent seal");
        };
        return new Sentence(what.german() + ": " + why.german() + ".", what.english() + ": " + why.english() + ".");
    }

    private static Sentence unreadable(Unreadable e) {
        return switch (e.reason()) {
            case NOT_A_ZIP ->
                new Sentence("Die Datei ist kein (unbeschädigtes) Zip.", "The file is not an intact zip.");
            case NOT_ASIC_E ->
                new Sentence("Die Datei ist kein ASiC-E-Behälter.", "The file is not an ASiC-E container.");
            case TOO_LARGE ->
                new Sentence(
                        "Die Datei ist größer als jedes Beweispaket.", "The file is larger than any evidence package.");
            case UNSAFE_NAME ->
                new Sentence("Ein Teil hat einen unzulässigen Namen.", "A part has a name that is not allowed.");
            case DUPLICATE_NAME -> new Sentence("Zwei Teile haben denselben Namen.", "Two parts have the same name.");
            case NO_MANIFEST -> new Sentence("Das Inhaltsverzeichnis fehlt.", "The list of contents is missing.");
        };
    }
}
