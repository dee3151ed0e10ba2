package org.wegweis.tracking.transfernote;

import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.transfernote.Refusal;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
final class TransferNoteProblems {
    private TransferNoteProblems() {}

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotIssued _, Refusal.NotAParty _ ->
                new Problem(
                                HttpStatus.NOT_FOUND,
                                "no-such-transfer-note",
                                "There is no such transfer note for your organisation.")
                        .by("", "Für Ihre Organisation gibt es diesen Übernahmeschein nicht.");
            case Refusal.AlreadyIssued _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-issued",
                                "The transfer note was made out before. Use a new transferNote id.")
                        .by("", "Der Übernahmeschein ist schon ausgestellt. Verwenden Sie eine neue Kennung.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                                HttpStatus.FORBIDDEN,
                                "not-for-role",
                                "The role " + role.text() + " does not state this about a transfer note.")
                        .by(
                                "NachwV §12(3)",
                                "Die Rolle " + role.text() + " erklärt das zu einem Übernahmeschein nicht.");
            case Refusal.NotTheTaker(var taker) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-the-taker",
                                "Organisation " + taker + " takes the waste over; it states this.")
                        .by("NachwV §12(3), §16", "Organisation " + taker + " übernimmt den Abfall; sie erklärt das.");
            case Refusal.NotTheGenerator(var generator) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-the-generator",
                                "Only the generator, organisation " + generator + ", signs for itself.")
                        .by(
                                "NachwV §12(3)",
                                "Nur der Erzeuger, Organisation " + generator + ", unterschreibt für sich.");
            case Refusal.NoMass _ ->
                new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-mass", "A transfer note needs massGrams above 0.")
                        .by("NachwV §12(3)", "Ein Übernahmeschein braucht massGrams über 0.");
            case Refusal.NotCollective(var number) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-collective",
                                "Certificate " + number
                                        + " is not collective. Name one that begins with SN; for a small amount name none.")
                        .by(
                                "NachwV §12(1)",
                                "Der Nachweis " + number
                                        + " ist kein Sammelentsorgungsnachweis (SN). Bei Kleinmengen lassen Sie ihn weg.");
            case Refusal.AlreadySigned _ ->
                new Problem(HttpStatus.CONFLICT, "already-signed", "The generator has signed already.")
                        .by("NachwV §12(3)", "Der Erzeuger hat schon unterschrieben.");
            case Refusal.AlreadyEntered(var consignment) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-entered",
                                "The transfer note is entered into consignment " + consignment
                                        + " already, and into one only.")
                        .by(
                                "NachwV §13(1)",
                                "Der Übernahmeschein steht schon im Vorgang " + consignment + ", und nur in einem.");
            case Refusal.NotEntered _ ->
                new Problem(HttpStatus.CONFLICT, "not-entered", "The transfer note is entered into no consignment.")
                        .by("NachwV §13(1)", "Der Übernahmeschein ist in keinen Vorgang eingetragen.");
            case Refusal.SmallAmount _ ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "small-amount",
                                "A small amount goes without consignment note: it is entered nowhere.")
                        .by(
                                "NachwV §2(2), §16",
                                "Kleinmengen gehen ohne Begleitschein; sie werden nirgends eingetragen.");
            case Refusal.AlreadyCancelled _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-cancelled",
                                "The transfer note was cancelled. Make out a new one.")
                        .by("", "Der Übernahmeschein ist storniert. Stellen Sie einen neuen aus.");
        };
    }
}
