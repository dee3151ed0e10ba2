package org.wegweis.kernel.event;

import java.util.Map;

/** What kinds of subjects, and what happens to them, are called on a German screen or page. */
public final class Words {
    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("consignment", "Entsorgungsvorgang"),
            Map.entry("consignment.opened.v1", "Vorgang eröffnet"),
            Map.entry("consignment.released.v1", "Übergabe durch den Erzeuger"),
            Map.entry("consignment.picked-up.v1", "Übernahme"),
            Map.entry("consignment.handed-over.v1", "Übergabe"),
            Map.entry("consignment.taken-over.v1", "Übernahme bescheinigt"),
            Map.entry("consignment.transfer-note-entered.v1", "Übernahmeschein eingetragen"),
            Map.entry("consignment.delivered.v1", "Anlieferung"),
            Map.entry("consignment.accepted.v1", "Annahme"),
            Map.entry("consignment.partly-accepted.v1", "Teilweise Annahme"),
            Map.entry("consignment.rejected.v1", "Zurückweisung"),
            Map.entry("consignment.taken-back.v1", "Ankunft des Zurückgewiesenen"),
            Map.entry("consignment.corrected.v1", "Berichtigung"),
            Map.entry("consignment.correction-agreed.v1", "Zustimmung zur Berichtigung"),
            Map.entry("consignment.correction-declined.v1", "Ablehnung der Berichtigung"),
            Map.entry("consignment.cancelled.v1", "Stornierung"),
            Map.entry("certificate", "Nachweis"),
            Map.entry("certificate.declared.v1", "Verantwortliche Erklärung"),
            Map.entry("certificate.declaration-accepted.v1", "Annahmeerklärung"),
            Map.entry("certificate.submitted.v1", "Übersendung an die Behörde"),
            Map.entry("certificate.privileged.v1", "Übersendung ohne Bestätigungspflicht"),
            Map.entry("certificate.receipt-acknowledged.v1", "Eingangsbestätigung"),
            Map.entry("certificate.papers-demanded.v1", "Nachforderung von Unterlagen"),
            Map.entry("certificate.papers-supplied.v1", "Unterlagen nachgereicht"),
            Map.entry("certificate.confirmed.v1", "Behördenbestätigung"),
            Map.entry("certificate.confirmed-by-silence.v1", "Bestätigung gilt als erteilt"),
            Map.entry("certificate.refused.v1", "Ablehnung der Bestätigung"),
            Map.entry("certificate.confirmation-ordered.v1", "Bestätigung angeordnet"),
            Map.entry("certificate.revoked.v1", "Widerruf"),
            Map.entry("certificate.expired.v1", "Ablauf"),
            Map.entry("certificate.drawn.v1", "Ladung angerechnet"),
            Map.entry("certificate.settled.v1", "Ladung abgerechnet"),
            Map.entry("permit", "Papier"),
            Map.entry("permit.filed.v1", "Papier hinterlegt"),
            Map.entry("permit.acknowledged.v1", "Eingang bestätigt"),
            Map.entry("permit.withdrawn.v1", "Untersagung oder Widerruf"),
            Map.entry("permit.given-up.v1", "Vom Inhaber aufgegeben"),
            Map.entry("transfer-note", "Übernahmeschein"),
            Map.entry("transfer-note.issued.v1", "Übernahmeschein ausgestellt"),
            Map.entry("transfer-note.signed.v1", "Unterschrift des Erzeugers"),
            Map.entry("transfer-note.entered.v1", "In den Begleitschein eingetragen"),
            Map.entry("transfer-note.entry-undone.v1", "Eintragung aufgehoben"),
            Map.entry("transfer-note.cancelled.v1", "Stornierung"),
            Map.entry("outage", "Störung"),
            Map.entry("outage.reported.v1", "Störung gemeldet"),
            Map.entry("outage.receipt-used.v1", "Quittungsbeleg verwendet"),
            Map.entry("outage.receipt-entered.v1", "Quittungsbeleg nachgeholt"),
            Map.entry("outage.ended.v1", "Ende der Störung"),
            Map.entry("stock", "Bestand"),
            Map.entry("stock.begun.v1", "Bestand eröffnet"),
            Map.entry("stock.taken-in.v1", "Eingang"),
            Map.entry("stock.intake-corrected.v1", "Eingang berichtigt"),
            Map.entry("stock.counted.v1", "Bestandsaufnahme"),
            Map.entry("stock.treated.v1", "Behandlung"),
            Map.entry("stock.passed-on.v1", "Abgabe"),
            Map.entry("stock.pass-on-undone.v1", "Abgabe aufgehoben"));

    private Words() {}

    /**
     * The German words for a kind of subject or a type of event; what is not known here is given back, for a log may hold
     * other records.
     *
     * @param name for example {@code consignment} or {@code consignment.opened.v1}
     */
    public static String german(String name) {
        return GERMAN.getOrDefault(name, name);
    }
}
