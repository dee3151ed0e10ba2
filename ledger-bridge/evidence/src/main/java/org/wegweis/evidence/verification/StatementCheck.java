package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.notChecked;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wegweis.evidence.pack.Disclosures;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** What devices have signed: that it is what was recorded, and that they were who they are said to be. */
final class StatementCheck {
    private final Contents contents;
    private final List<EventRecord> records;
    private final Map<Integer, SignedStatement> statements = new TreeMap<>();
    private final Map<Hash, Enrolment> enrolments = new HashMap<>();

    StatementCheck(Contents contents, List<EventRecord> records) {
        this.contents = contents;
        this.records = records;
    }

    Finding committed() {
        var salts = Disclosures.parse(contents.part(PartName.DISCLOSURES)).statementSalts();
        if (contents.count("statements/") != salts.size()) {
            throw wrong("Erklärungen und Salze passen nicht zusammen", "statements and salts do not fit");
        }
        salts.forEach((number, salt) -> {
            String jws = contents.text(PartName.statement(number));
            var digest = Optional.of(new Commitment(jws, salt).digest());
            if (number >= records.size() || !records.get(number).statement().equals(digest)) {
                throw wrong(
                        "die Erklärung zu Eintrag %d ist eine andere".formatted(number),
                        "the statement of record %d is another".formatted(number));
            }
            statements.put(number, SignedStatement.parse(jws));
        });
        long expected = records.stream()
                .filter(record -> record.statement().isPresent())
                .count();
        return holds(
                "%d von %d unterschriebenen Erklärungen liegen bei und sind die eingetragenen."
                        .formatted(statements.size(), expected),
                "%d of %d signed statements are enclosed and are those recorded."
                        .formatted(statements.size(), expected));
    }

    Finding signed() {
        int without = 0;
        for (var entry : statements.entrySet()) {
            int number = entry.getKey();
            var statement = entry.getValue();
            if (!records.get(number).actor().key().equals(Optional.of(statement.key()))) {
                throw wrong(
                        "Eintrag %d nennt einen anderen Schlüssel".formatted(number),
                        "record %d names another key".formatted(number));
            }
            var enrolment = enrolment(statement.key());
            if (enrolment.isEmpty()) {
                without++;
            } else if (!enrolment.get().key().made(statement.signature(), statement.signed())) {
                throw wrong(
                        "die Unterschrift zu Eintrag %d ist falsch".formatted(number),
                        "the signature of record %d is wrong".formatted(number));
            }
        }
        if (without > 0) {
            return notChecked(
                    "Zu %d Erklärungen fehlt der Schlüssel des Geräts.".formatted(without),
                    "The device's key is missing for %d statements.".formatted(without));
        }
        return holds(
                "%d Unterschriften von Geräten sind echt.".formatted(statements.size()),
                "%d signatures of devices are genuine.".formatted(statements.size()));
    }

    private Optional<Enrolment> enrolment(Hash key) {
        if (!enrolments.containsKey(key)) {
            contents.find(PartName.key(key)).map(Enrolment::parse).ifPresent(found -> {
                if (!found.key().thumbprint().equals(key)) {
                    throw wrong("unter %s liegt ein anderer Schlüssel".formatted(key), "another key lies under " + key);
                }
                enrolments.put(key, found);
            });
        }
        return Optional.ofNullable(enrolments.get(key));
    }

    Finding agreed() {
        var disclosed = Disclosures.parse(contents.part(PartName.DISCLOSURES)).values();
        statements.forEach((number, statement) -> {
            var personal = statement.requireAgrees(records.get(number));
            for (var value : disclosed) {
                if (value.record() != number) continue;
                if (!new Json.Text(value.commitment().value()).equals(personal.get(value.name()))) {
                    throw wrong(
                            "%s in Eintrag %d ist nicht die erklärte Angabe".formatted(value.name(), number),
                            "%s of record %d is not what was stated".formatted(value.name(), number));
                }
            }
        });
        return holds("Die Einträge sagen, was unterschrieben wurde.", "The records say what was signed.");
    }

    Finding enrolled() {
        for (int number : statements.keySet()) {
            var record = records.get(number);
            var enrolment = record.actor().key().flatMap(this::enrolment);
            if (enrolment.isEmpty()) continue;
            if (!enrolment.get().organisation().equals(record.actor().organisation())) {
                throw wrong(
                        "das Gerät von Eintrag %d gehört einer anderen Organisation".formatted(number),
                        "the device of record %d is another organisation's".formatted(number));
            }
            if (record.recordedAt().isBefore(enrolment.get().enrolledAt())) {
                throw wrong(
                        "das Gerät von Eintrag %d war noch nicht angemeldet".formatted(number),
                        "the device of record %d was not enrolled yet".formatted(number));
            }
        }
        if (contents.count("keys/") != enrolments.size()) {
            throw wrong("ein Schlüssel ohne Erklärung", "a key without a statement");
        }
        return holds(
                "%d Geräte waren angemeldet, jedes für seine Organisation.".formatted(enrolments.size()),
                "%d devices were enrolled, each for its organisation.".formatted(enrolments.size()));
    }
}
