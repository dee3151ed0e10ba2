package org.wegweis.evidence.pack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wegweis.evidence.note.Checkpoint;

/** What a package holds, for the eye; the proof is in the other parts. */
final class ReadableReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss z", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    private ReadableReport() {}

    static String of(Evidence evidence) {
        var checkpoint = Checkpoint.parse(evidence.checkpoint().text());
        var out = new StringBuilder();
        out.append("""
                BEWEISPAKET zum Entsorgungsvorgang %s
                erstellt %s

                Dieser Bericht dient der Lesbarkeit. Was gilt, sagt die Prüfung (infra/verify).
                Bewiesen wird, was eingetragen wurde und dass es seither unverändert ist; nicht, dass es wahr ist.
                Keine unabhängige Stelle hat den Prüfpunkt gesiegelt.

                Einträge

                """.formatted(evidence.consignment(), TIME.format(evidence.madeAt())));
        for (var item : evidence.items()) {
            var record = item.record();
            out.append("%04d  %s  (Protokollplatz %d)\n"
                    .formatted(record.version(), german(record.type()), record.position()));
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


                In English: the records above show the route of one consignment of waste. This page is for reading;
                the verifier says what holds. Proved is what was recorded and that it is unchanged, not that it is true.
                No independent party has sealed the checkpoint.
                """);
        return out.toString();
    }

    private static String german(String type) {
        return switch (type) {
            case "consignment.opened.v1" -> "Vorgang eröffnet";
            case "consignment.released.v1" -> "vom Erzeuger unterschrieben und übergeben";
            case "consignment.picked-up.v1" -> "Abfall übernommen";
            case "consignment.handed-over.v1" -> "an weiteren Beförderer oder in ein Lager übergeben";
            case "consignment.taken-over.v1" -> "Übernahme bescheinigt";
            case "consignment.transfer-note-entered.v1" -> "Übernahmeschein eingetragen";
            case "consignment.delivered.v1" -> "angeliefert";
            case "consignment.accepted.v1" -> "angenommen";
            case "consignment.partly-accepted.v1" -> "zum Teil angenommen";
            case "consignment.rejected.v1" -> "zurückgewiesen";
            case "consignment.taken-back.v1" -> "Zurückgewiesenes angekommen";
            case "consignment.corrected.v1" -> "Berichtigung; sie gilt, wenn alle zustimmen, die unterschrieben haben";
            case "consignment.correction-agreed.v1" -> "einer Berichtigung zugestimmt";
            case "consignment.correction-declined.v1" -> "eine Berichtigung abgelehnt";
            case "consignment.cancelled.v1" -> "storniert";
            // the log knows nothing of waste and may hold other records
            default -> type;
        };
    }

    /** A remark may hold line breaks; it must not look like a line of ours. */
    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
