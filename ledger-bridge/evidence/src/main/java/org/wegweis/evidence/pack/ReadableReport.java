package org.wegweis.evidence.pack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.event.Words;

/** What a package holds, for the eye; the proof is in the other parts. */
final class ReadableReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss z", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    private ReadableReport() {}

    static String of(Evidence evidence) {
        var checkpoint = Checkpoint.parse(evidence.checkpoint().text());
        var out = new StringBuilder();
        out.append("""
                BEWEISPAKET zu %s %s
                erstellt %s

                Dieser Bericht dient der Lesbarkeit. Was gilt, sagt die Prüfung (infra/verify).
                Bewiesen wird, was eingetragen wurde und dass es seither unverändert ist; nicht, dass es wahr ist.
                Keine unabhängige Stelle hat den Prüfpunkt gesiegelt.

                Einträge

                """.formatted(kind(evidence), evidence.subject(), TIME.format(evidence.madeAt())));
        for (var item : evidence.items()) {
            var record = item.record();
            out.append("%04d  %s  (Protokollplatz %d)\n"
                    .formatted(record.version(), Words.german(record.type()), record.position()));
            out.append("      geschehen    ")
                    .append(TIME.format(record.happenedAt()))
                    .append('\n');
            out.append("      eingetragen  ")
                    .append(TIME.format(record.recordedAt()))
                    .append('\n');
            out.append("      durch        Organisation ").append(record.actor().organisation());
            out.append(", ").append(record.actor().role().text()).append('\n');
            out.append("      Angaben      ").append(record.data().canonical()).append('\n');
            for (var value : item.disclosures()) {
                out.append("      offengelegt  ").append(value.name()).append(": ");
                out.append(printable(value.value().value())).append('\n');
            }
            out.append('\n');
        }
        out.append("Prüfpunkt: ").append(checkpoint.origin()).append(", ");
        out.append(checkpoint.head().size())
                .append(" Einträge, Wurzel ")
                .append(checkpoint.head().root());
        out.append("""


                In English: above are all records of one subject, for a consignment its route. This page is for reading;
                the verifier says what holds. Proved is what was recorded and that it is unchanged, not that it is true.
                No independent party has sealed the checkpoint.
                """);
        return out.toString();
    }

    private static String kind(Evidence evidence) {
        return Words.german(Events.kind(evidence.items().getFirst().record().type()));
    }

    /** A remark may hold line breaks; it must not look like a line of ours. */
    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
