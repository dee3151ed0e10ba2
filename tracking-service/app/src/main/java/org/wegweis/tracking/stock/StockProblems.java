package org.wegweis.tracking.stock;

import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.stock.Refusal;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
final class StockProblems {
    private static final String BOOK = "EfbV §5(1) Satz 2 Nr. 1";

    private StockProblems() {}

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotBegun _, Refusal.NotTheSites _ ->
                new Problem(
                                HttpStatus.NOT_FOUND,
                                "no-such-stock",
                                "Your organisation has no stock at this site. It begins with the first load accepted or lot counted there.")
                        .by(
                                "",
                                "Ihre Organisation führt an diesem Standort keinen Bestand. Er beginnt mit der ersten angenommenen Ladung oder gezählten Charge.");
            case Refusal.AlreadyBegun _ ->
                new Problem(HttpStatus.CONFLICT, "already-begun", "The stock of this site is kept already.")
                        .by("", "Für diesen Standort wird schon ein Bestand geführt.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                                HttpStatus.FORBIDDEN,
                                "not-for-role",
                                "The role " + role.text() + " does not state this about a stock.")
                        .by("", "Die Rolle " + role.text() + " erklärt das zu einem Bestand nicht.");
            case Refusal.NoSuchLot(var lot) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "no-such-lot",
                                "There is no lot of waste " + lot + " here. Count it first, or take its id from GET.")
                        .by(
                                "",
                                "Eine Charge " + lot
                                        + " gibt es hier nicht. Zählen Sie sie zuerst, oder nehmen Sie ihre Kennung aus GET.");
            case Refusal.LotTaken(var lot) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "lot-taken",
                                "There is a lot " + lot + " already. A new lot needs a new id.")
                        .by("", "Eine Charge " + lot + " gibt es schon. Eine neue Charge braucht eine neue Kennung.");
            case Refusal.LotTwice(var lot) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "lot-twice",
                                "Lot " + lot + " is named twice. Name it once, with the whole mass.")
                        .by(
                                "",
                                "Die Charge " + lot
                                        + " ist doppelt genannt. Nennen Sie sie einmal, mit der ganzen Masse.");
            case Refusal.MoreThanHeld(var lot, var held) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "more-than-held",
                                "Of lot " + lot + " there are " + held.grams() + " g. State that much at most.")
                        .by(
                                BOOK,
                                "Von der Charge " + lot + " sind " + held.grams()
                                        + " g da. Nennen Sie höchstens so viel.");
            case Refusal.NoMass(var lot) ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-mass", "Lot " + lot + " needs massGrams above 0.")
                        .by("", "Die Charge " + lot + " braucht massGrams über 0.");
            case Refusal.DoesNotAddUp(long in, long out) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "does-not-add-up",
                                "Inputs and gains are " + in + " g, outputs and losses " + out
                                        + " g. State the difference as a gain or loss with its reason.")
                        .by(
                                BOOK,
                                "Eingang und Zugänge sind " + in + " g, Ausgang und Verluste " + out
                                        + " g. Geben Sie den Unterschied als Zugang oder Verlust mit Grund an.");
            case Refusal.NothingToTreat _ ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-to-treat", "A treatment needs inputs.")
                        .by("", "Eine Behandlung braucht inputs.");
            case Refusal.NothingToPassOn _ ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "nothing-to-pass-on", "State in parts which lots go on.")
                        .by("", "Geben Sie in parts an, welche Chargen weitergehen.");
            case Refusal.WithoutCode(var lot) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "without-code",
                                "Lot " + lot + " is waste and needs a wasteCode.")
                        .by("AVV §2(1)", "Die Charge " + lot + " ist Abfall und braucht einen wasteCode.");
            case Refusal.CodeOnlyForWaste(var lot) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "code-only-for-waste",
                                "Lot " + lot + " is no waste any more: leave wasteCode out.")
                        .by("KrWG §5(1)", "Die Charge " + lot + " ist kein Abfall mehr: Lassen Sie wasteCode weg.");
            case Refusal.OtherWaste(var lot, var waste) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "other-waste",
                                "Lot " + lot + " has the code " + waste + ". What changes a code is a treatment.")
                        .by(
                                "AVV §2(1)",
                                "Die Charge " + lot + " hat den Schlüssel " + waste
                                        + ". Ein anderer entsteht durch eine Behandlung.");
            case Refusal.NotFinal(var operation) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-final",
                                operation
                                        + " is preparation or storage: what comes out is waste or a product, not disposed.")
                        .by(
                                "KrWG Anlagen 1, 2",
                                operation
                                        + " ist Vorbereitung oder Lagerung: Was herauskommt, ist waste oder product, nicht disposed.");
            case Refusal.NoProductOf(var operation) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "no-product-of",
                                "No product comes out of " + operation
                                        + ": only recovery (R1 to R12) ends being waste.")
                        .by(
                                "KrWG §5(1)",
                                "Aus " + operation
                                        + " geht kein Erzeugnis hervor: Nur Verwertung (R1 bis R12) beendet die Abfalleigenschaft.");
            case Refusal.NotFromHere(var consignment) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-from-here",
                                "Consignment " + consignment
                                        + " has another site as its generator. Name one that begins here.")
                        .by(
                                BOOK,
                                "Der Vorgang " + consignment
                                        + " hat einen anderen Standort als Erzeuger. Nennen Sie einen, der hier beginnt.");
            case Refusal.ConsignmentCancelled(var consignment) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "consignment-cancelled",
                                "Consignment " + consignment + " is cancelled and takes nothing on.")
                        .by("", "Der Vorgang " + consignment + " ist storniert und nimmt nichts mit.");
            case Refusal.AlreadyPassedOn(var consignment) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-passed-on",
                                "The lots of consignment " + consignment + " are stated already.")
                        .by("", "Die Chargen des Vorgangs " + consignment + " sind schon angegeben.");
            case Refusal.NotPassedOn(var consignment) ->
                new Problem(HttpStatus.CONFLICT, "not-passed-on", "Nothing went on in consignment " + consignment + ".")
                        .by("", "Im Vorgang " + consignment + " ging nichts weiter.");
            case Refusal.NothingToCorrect(var lot) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "nothing-to-correct",
                                "The intake of lot " + lot + " is that mass already.")
                        .by("", "Der Eingang der Charge " + lot + " hat diese Masse schon.");
            case Refusal.TooMuch _ ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-much", "The balance cannot count beyond 2^53 g.")
                        .by("", "Die Bilanz zählt nicht über 2^53 g hinaus.");
        };
    }
}
