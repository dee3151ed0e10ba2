package org.wegweis.projections.route;

import org.wegweis.kernel.consignment.Event;

/** What each step is called on a German screen. */
final class Words {
    private Words() {}

    static String title(Event event) {
        return switch (event) {
            case Event.Opened _ -> "Vorgang eröffnet";
            case Event.Released _ -> "Übergabe durch den Erzeuger";
            case Event.PickedUp _ -> "Übernahme";
            case Event.HandedOver(var _, var _, var store) -> store.isPresent() ? "Übergabe in ein Lager" : "Übergabe";
            case Event.TakenOver _ -> "Übernahme bescheinigt";
            case Event.TransferNoteEntered _ -> "Übernahmeschein eingetragen";
            case Event.Delivered _ -> "Anlieferung";
            case Event.Accepted _ -> "Annahme";
            case Event.PartlyAccepted _ -> "Teilweise Annahme";
            case Event.Rejected _ -> "Zurückweisung";
            case Event.TakenBack _ -> "Ankunft des Zurückgewiesenen";
            case Event.Corrected _ -> "Berichtigung";
            case Event.CorrectionAgreed _ -> "Zustimmung zur Berichtigung";
            case Event.CorrectionDeclined _ -> "Ablehnung der Berichtigung";
            case Event.Cancelled _ -> "Stornierung";
        };
    }
}
