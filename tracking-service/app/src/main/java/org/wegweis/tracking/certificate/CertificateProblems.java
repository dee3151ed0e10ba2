package org.wegweis.tracking.certificate;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.certificate.Refusal;
import org.wegweis.kernel.certificate.State;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
final class CertificateProblems {
    private CertificateProblems() {}

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotDeclared _ ->
                new Problem(
                                HttpStatus.NOT_FOUND,
                                "no-such-certificate",
                                "There is no such certificate for your organisation.")
                        .by("", "Für Ihre Organisation gibt es diesen Nachweis nicht.");
            case Refusal.NotAParty _ ->
                new Problem(
                                HttpStatus.NOT_FOUND,
                                "no-such-certificate",
                                "There is no such certificate for your organisation.")
                        .by("", "Für Ihre Organisation gibt es diesen Nachweis nicht.");
            case Refusal.AlreadyDeclared _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-declared",
                                "The certificate was declared before. Use a new certificate id.")
                        .by("", "Der Nachweis ist schon erklärt. Verwenden Sie eine neue Kennung.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                                HttpStatus.FORBIDDEN,
                                "not-for-role",
                                "The role " + role.text() + " does not state this about a certificate (§§3–8 NachwV).")
                        .by("NachwV §§3–8", "Die Rolle " + role.text() + " erklärt das zu einem Nachweis nicht.");
            case Refusal.NotTheApplicant(var applicant) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-the-applicant",
                                "Only the generator or collector itself, organisation " + applicant
                                        + ", declares (§3(2), §9(3) NachwV).")
                        .by(
                                "NachwV §3(2), §9(3)",
                                "Nur der Erzeuger oder Einsammler selbst, Organisation " + applicant
                                        + ", gibt die verantwortliche Erklärung ab.");
            case Refusal.NotThePlant(var plant) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-the-plant",
                                "Only the plant, organisation " + plant + ", states this (§3(3) NachwV).")
                        .by("NachwV §3(3)", "Nur der Entsorger, Organisation " + plant + ", erklärt das.");
            case Refusal.EndsBeforeItBegins(var until) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "ends-before-it-begins",
                                "The last day, " + until + ", is over already. Name a later one.")
                        .by(
                                "NachwV §5(4)",
                                "Der letzte Tag, " + until + ", ist schon vorbei. Nennen Sie einen späteren.");
            case Refusal.NoQuantity _ ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "no-quantity",
                                "A certificate needs quantityGrams above 0.")
                        .by("NachwV §3(1)", "Ein Nachweis braucht quantityGrams über 0.");
            case Refusal.NotAcceptedByThePlant _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-accepted-by-the-plant",
                                "The plant has not accepted yet. It states plant-acceptance first (§3(3) NachwV).")
                        .by(
                                "NachwV §3(3)",
                                "Der Entsorger hat noch nicht angenommen. Zuerst kommt seine Annahmeerklärung.");
            case Refusal.AlreadyAcceptedByThePlant _ ->
                new Problem(HttpStatus.CONFLICT, "already-accepted-by-the-plant", "The plant has accepted already.")
                        .by("NachwV §3(3)", "Der Entsorger hat schon angenommen.");
            case Refusal.WrongNumber(var number, var kind) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "wrong-certificate-number",
                                "The number " + number + " does not begin with " + kind.letters() + " (§28(2) NachwV).")
                        .by("NachwV §28(2)", "Die Nummer " + number + " beginnt nicht mit " + kind.letters() + ".");
            case Refusal.NotPrivileged(var waste) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-privileged",
                                "Collected waste " + waste
                                        + " is not in Anlage 2 NachwV: leave privilege out, the authority confirms (§9(3)).")
                        .by(
                                "NachwV §9(3) Satz 2, Anlage 2",
                                "Der eingesammelte Abfall " + waste
                                        + " steht nicht in Anlage 2: Lassen Sie privilege weg, die Behörde bestätigt.");
            case Refusal.ConfirmationIsOrdered _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "confirmation-is-ordered",
                                "The authority has ordered a confirmation (§8 NachwV): leave privilege out.")
                        .by("NachwV §8", "Die Behörde hat eine Bestätigung angeordnet: Lassen Sie privilege weg.");
            case Refusal.NotSubmitted _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-submitted",
                                "The declarations are not with the authority yet. The plant sends them first (§3(3) NachwV).")
                        .by(
                                "NachwV §3(3)",
                                "Die Nachweiserklärungen liegen der Behörde noch nicht vor. Der Entsorger übersendet sie zuerst.");
            case Refusal.AlreadySubmitted _ ->
                new Problem(HttpStatus.CONFLICT, "already-submitted", "The declarations were sent already.")
                        .by("NachwV §3(3)", "Die Nachweiserklärungen sind schon übersandt.");
            case Refusal.AlreadyAcknowledged(var day) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-acknowledged",
                                "The receipt was acknowledged already, for " + day + ".")
                        .by("NachwV §4 Satz 1", "Der Eingang ist schon bestätigt, zum " + day + ".");
            case Refusal.NotReceivedThen(var earliest, var latest) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-received-then",
                                "The day of receipt lies between " + earliest + " and " + latest + " (§4 NachwV).")
                        .by(
                                "NachwV §4 Satz 1",
                                "Der Tag des Eingangs liegt zwischen " + earliest + " und " + latest + ".");
            case Refusal.PapersAlreadyDemanded _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "papers-already-demanded",
                                "Papers were demanded already and have not come yet.")
                        .by("NachwV §4 Satz 3", "Unterlagen sind schon nachgefordert und noch nicht eingegangen.");
            case Refusal.NoPapersDemanded _ ->
                new Problem(HttpStatus.CONFLICT, "no-papers-demanded", "No papers were demanded.")
                        .by("NachwV §4 Satz 3", "Es sind keine Unterlagen nachgefordert.");
            case Refusal.ConfirmedBySilence(var lastDay) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "confirmed-by-silence",
                                "The thirty days ended on " + lastDay
                                        + ": the confirmation counts as given (§5(5) NachwV).")
                        .by(
                                "NachwV §5(5)",
                                "Die dreißig Tage endeten am " + lastDay + ": Die Bestätigung gilt als erteilt.");
            case Refusal.AlreadyDecided _ ->
                new Problem(HttpStatus.CONFLICT, "already-decided", "The certificate holds already.")
                        .by("NachwV §5", "Der Nachweis gilt schon.");
            case Refusal.TooLong(var latest) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "too-long",
                                "A confirmation holds five years at most (§5(4) NachwV), here until " + latest + ".")
                        .by("NachwV §5(4)", "Eine Bestätigung gilt längstens fünf Jahre, hier bis " + latest + ".");
            case Refusal.MoreThanDeclared(var declared) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "more-than-declared",
                                "At most what was declared can be confirmed: " + declared.grams() + " g.")
                        .by(
                                "NachwV §3(1), §5(4)",
                                "Höchstens das Erklärte kann bestätigt werden: " + declared.grams() + " g.");
            case Refusal.NotByPrivilege _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-by-privilege",
                                "The certificate rests on a confirmation already; it can be revoked.")
                        .by(
                                "NachwV §8",
                                "Der Nachweis beruht schon auf einer Bestätigung; sie kann widerrufen werden.");
            case Refusal.NotValid _ ->
                new Problem(HttpStatus.CONFLICT, "not-valid", "The certificate does not hold yet.")
                        .by("NachwV §3(1)", "Der Nachweis gilt noch nicht.");
            case Refusal.NotCertified(var waste, var operation) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-certified",
                                "The plant's Efb certificate on file does not cover " + waste + " under " + operation
                                        + " today. File the one that does, or submit without the privilege.")
                        .by(
                                "NachwV §7(2) Satz 1",
                                "Das vorliegende Efb-Zertifikat der Anlage umfasst " + waste + " im Verfahren "
                                        + operation
                                        + " heute nicht. Hinterlegen Sie ein passendes, oder verzichten Sie auf die Freistellung.");
            case Refusal.AlreadyEnded(var end) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "certificate-ended",
                                "The certificate has ended: " + end.name().toLowerCase(Locale.ROOT) + ".")
                        .by("", "Der Nachweis ist beendet: " + german(end) + ".");
            case Refusal.NothingDue _ ->
                new Problem(HttpStatus.CONFLICT, "nothing-due", "Nothing falls due yet.")
                        .by("", "Es ist noch nichts fällig.");
            case Refusal.AlreadyDrawn(var load) ->
                new Problem(HttpStatus.CONFLICT, "already-drawn", "Load " + load + " is counted already.")
                        .by("", "Die Ladung " + load + " ist schon gezählt.");
            case Refusal.NotDrawn(var load) ->
                new Problem(HttpStatus.CONFLICT, "not-drawn", "Load " + load + " is not counted here.")
                        .by("", "Die Ladung " + load + " ist hier nicht gezählt.");
            case Refusal.AlreadySettled(var load) ->
                new Problem(HttpStatus.CONFLICT, "already-settled", "Load " + load + " is settled already.")
                        .by("", "Die Ladung " + load + " ist schon abgerechnet.");
            case Refusal.SiteOnlyIfCollective _ ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "site-only-if-collective",
                                "Only a collective certificate counts by the site of a load.")
                        .by(
                                "NachwV §9(1) Satz 1 Nr. 4",
                                "Nur ein Sammelentsorgungsnachweis zählt nach dem Standort einer Ladung.");
        };
    }

    private static String german(State.End end) {
        return switch (end) {
            case REFUSED -> "abgelehnt";
            case REVOKED -> "widerrufen";
            case EXPIRED -> "abgelaufen";
        };
    }
}
