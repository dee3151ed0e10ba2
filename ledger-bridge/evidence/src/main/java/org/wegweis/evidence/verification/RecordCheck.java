package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Disclosures;
import org.wegweis.evidence.pack.Manifest;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** The records of a package: their form, their chains, what is disclosed of them, their places in the log. */
final class RecordCheck {
    private final Contents contents;
    private final List<EventRecord> records = new ArrayList<>();

    RecordCheck(Contents contents) {
        this.contents = contents;
    }

    /** By number; none before {@link #canonical} has held. */
    List<EventRecord> records() {
        return records;
    }

    Finding canonical() {
        var manifest = Manifest.parse(contents.part("manifest.json"));
        int inside = contents.count("records/");
        for (int number = 0; number < inside; number++) {
            records.add(EventRecord.parse(contents.find(PartName.record(number))
                    .orElseThrow(() -> wrong("die Einträge haben Lücken", "there are gaps between the records"))));
        }
        var subjects = records.stream().map(EventRecord::subject).distinct().toList();
        if (!subjects.contains(manifest.subject())) {
            throw wrong(
                    "keiner gehört zu " + manifest.subject() + ", worum es gehen soll",
                    "none is of " + manifest.subject() + ", which it is said to be about");
        }
        return holds(
                "Alle %d Einträge sind in der einen zulässigen Form; %d Gegenstände, darunter %s. %s"
                        .formatted(inside, subjects.size(), manifest.subject(), missingGerman(manifest)),
                "All %d records are in their one form; %d subjects, among them %s. %s"
                        .formatted(inside, subjects.size(), manifest.subject(), missingEnglish(manifest)));
    }

    private static String missingGerman(Manifest manifest) {
        String hidden = manifest.hidden() == 0
                ? "Nichts ist dem Empfänger verborgen"
                : "%d weitere Stationen sind dem Empfänger verborgen".formatted(manifest.hidden());
        String leftOut =
                manifest.leftOut() == 0 ? "" : ", für mindestens %d war kein Platz".formatted(manifest.leftOut());
        return hidden + leftOut + ", sagt der Betreiber.";
    }

    private static String missingEnglish(Manifest manifest) {
        String hidden = manifest.hidden() == 0
                ? "Nothing is hidden from the recipient"
                : "%d more stations are hidden from the recipient".formatted(manifest.hidden());
        String leftOut =
                manifest.leftOut() == 0 ? "" : ", for at least %d there was no room".formatted(manifest.leftOut());
        return hidden + leftOut + ", the operator says.";
    }

    Finding chained() {
        var last = new HashMap<UUID, Integer>();
        long position = -1;
        for (int number = 0; number < records.size(); number++) {
            var record = records.get(number);
            var before = Optional.ofNullable(last.put(record.subject(), number));
            boolean follows = record.position() > position
                    && record.version()
                            == before.map(one -> records.get(one).version() + 1).orElse(0L)
                    && record.previous().equals(before.map(this::entry));
            if (!follows) {
                throw wrong(
                        "Eintrag %d folgt nicht auf den vorigen seines Gegenstands".formatted(number),
                        "record %d does not follow the one before of its subject".formatted(number));
            }
            position = record.position();
        }
        return holds(
                "Die Einträge jedes Gegenstands sind lückenlos verkettet, vom ersten an. Ob danach weitere folgten, zeigt das Paket nicht.",
                "The records of each subject are chained without a gap from the first. Whether more followed, the package cannot show.");
    }

    Finding disclosed() {
        var values = Disclosures.parse(contents.part(PartName.DISCLOSURES)).values();
        for (var value : values) {
            var digest = value.record() < 0 || value.record() >= records.size()
                    ? null
                    : digests(records.get(value.record())).get(value.name());
            if (!new Json.Text(value.commitment().digest().toString()).equals(digest)) {
                throw wrong(
                        "%s in Eintrag %d ist ein anderer Wert".formatted(value.name(), value.record()),
                        "%s of record %d is another value".formatted(value.name(), value.record()));
            }
        }
        int all = records.stream().mapToInt(record -> digests(record).size()).sum();
        return holds(
                "%d von %d personenbezogenen Angaben sind offengelegt und die eingetragenen."
                        .formatted(values.size(), all),
                "%d of %d personal values are disclosed and are those recorded.".formatted(values.size(), all));
    }

    private static Map<String, Json> digests(EventRecord record) {
        return Fields.of(record.data())
                .take("digests")
                .map(digests -> digests instanceof Json.Obj(var members) ? members : Map.<String, Json>of())
                .orElse(Map.of());
    }

    Finding logged() {
        var checkpoint = Note.parse(contents.part(PartName.CHECKPOINT));
        var head = Checkpoint.parse(checkpoint.text()).head();
        for (int number = 0; number < records.size(); number++) {
            var proof = LogProof.parse(contents.text(PartName.proof(number)));
            boolean proved = proof.index() == records.get(number).position()
                    && proof.checkpoint().equals(checkpoint.first())
                    && proof.proves(entry(number).bytes());
            if (!proved) {
                throw wrong(
                        "Eintrag %d ist nicht im Protokoll".formatted(number),
                        "record %d is not in the log".formatted(number));
            }
        }
        if (contents.count("proofs/") != records.size())
            throw wrong("ein Beweis ohne Eintrag", "a proof without a record");
        return holds(
                "Jeder Eintrag steht an seinem Platz im Protokoll von %d Einträgen.".formatted(head.size()),
                "Every record stands in its place in the log of %d records.".formatted(head.size()));
    }

    /** Of the bytes that are there: {@link #canonical} lets no others pass than the record's own. */
    private Hash entry(int number) {
        return EventRecord.entry(contents.part(PartName.record(number)));
    }
}
