package org.wegweis.tracking.outage;

import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.outage.Refusal;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
final class OutageProblems {
    private OutageProblems() {}

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotReported _, Refusal.NotTheObliged _ ->
                new Problem(HttpStatus.NOT_FOUND, "no-such-outage", "There is no such outage for your organisation.")
                        .by("", "Für Ihre Organisation gibt es diese Störung nicht.");
            case Refusal.AlreadyReported _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-reported",
                                "The outage was reported before. Use a new outage id.")
                        .by("", "Die Störung ist schon gemeldet. Verwenden Sie eine neue Kennung.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                                HttpStatus.FORBIDDEN,
                                "not-for-role",
                                "The role " + role.text()
                                        + " states nothing about an outage; driver, gate and dispatcher do.")
                        .by(
                                "NachwV §22(1) Satz 5",
                                "Die Rolle " + role.text()
                                        + " erklärt nichts zu einer Störung, nur Fahrer, Annahme und Disposition.");
            case Refusal.NotYet(var at) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-yet",
                                "It is stated as having happened at " + at + ", which is later than the statement. "
                                        + "State it once it has happened.")
                        .by(
                                "",
                                "Der Zeitpunkt " + at
                                        + " liegt nach der Erklärung. Erklären Sie es, wenn es geschehen ist.");
            case Refusal.EndsBeforeItBegan(var since) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "ends-before-it-began",
                                "The outage began at " + since + " and ends after that.")
                        .by("NachwV §22(4)", "Die Störung begann um " + since + "; ihr Ende liegt danach.");
            case Refusal.AlreadyEnded(var at) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-ended",
                                "The outage ended at " + at + ". Report another one if there is one.")
                        .by("NachwV §22(4)", "Die Störung endete um " + at + ". Melden Sie gegebenenfalls eine neue.");
            case Refusal.ReceiptUsedLater(var number) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "receipt-used-later",
                                "Receipt " + number + " was used after that; the outage ended later.")
                        .by(
                                "NachwV §22(1), (4)",
                                "Der Beleg " + number + " wurde danach verwendet; die Störung endete später.");
            case Refusal.OutsideTheOutage(var at) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "outside-the-outage",
                                "At " + at
                                        + " electronic proof was possible: paper stands in for it only during an outage.")
                        .by(
                                "NachwV §22(1) Satz 1",
                                "Um " + at + " war die elektronische Nachweisführung möglich; Papier gilt nur während"
                                        + " der Störung.");
            case Refusal.ReceiptAlreadyUsed(var number) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "receipt-already-used",
                                "Receipt " + number + " is stated already; each is used once.")
                        .by(
                                "NachwV §22(1)",
                                "Der Beleg " + number + " ist schon angegeben; jeder wird einmal verwendet.");
            case Refusal.NoSuchReceipt(var number) ->
                new Problem(
                                HttpStatus.NOT_FOUND,
                                "no-such-receipt",
                                "Nobody has stated that receipt " + number
                                        + " was used in this outage. State that first.")
                        .by(
                                "NachwV §22(4)",
                                "Der Beleg " + number
                                        + " ist in dieser Störung nicht angegeben. Geben Sie ihn zuerst an.");
            case Refusal.AlreadyEntered(var number, var consignment) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "receipt-already-entered",
                                "Receipt " + number + " was entered as consignment " + consignment + " before.")
                        .by(
                                "NachwV §22(4)",
                                "Der Beleg " + number + " ist schon als Vorgang " + consignment + " nachgeholt.");
        };
    }
}
