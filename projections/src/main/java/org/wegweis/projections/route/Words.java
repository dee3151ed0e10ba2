package org.wegweis.projections.route;

import org.wegweis.kernel.consignment.Event;

/** What each step is called on a German screen. */
final class Words {
    private Words() {}

    static String title(Event event) {
        return switch (event) {
            case Event.Opened _ -> "Vorgang eröffnet";
            case Event.PickedUp _ -> "Übernahme";
            case Event.HandedOver _ -> "Übergabe";
            case Event.Delivered _ -> "Anlieferung";
            case Event.Accepted _ -> "Annahme";
            case Event.PartlyAccepted _ -> "Teilweise Annahme";
            case Event.Rejected _ -> "Zurückweisung";
            case Event.Corrected _ -> "Berichtigung";
            case Event.Cancelled _ -> "Stornierung";
        };
    }
}
