package org.wegweis.tracking.permit;

import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.permit.Refusal;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
final class PermitProblems {
    private PermitProblems() {}

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFiled _, Refusal.NotAParty _ ->
                new Problem(HttpStatus.NOT_FOUND, "no-such-permit", "There is no such paper for your organisation.")
                        .by("", "Für Ihre Organisation gibt es dieses Papier nicht.");
            case Refusal.AlreadyFiled _ ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-filed",
                                "The paper was filed before. Use a new permit id for another one.")
                        .by("", "Das Papier ist schon hinterlegt. Verwenden Sie für ein anderes eine neue Kennung.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                                HttpStatus.FORBIDDEN,
                                "not-for-role",
                                "The role " + role.text() + " does not state this about a paper.")
                        .by("KrWG §53, §54", "Die Rolle " + role.text() + " erklärt das zu einem Papier nicht.");
            case Refusal.NotTheHolder(var holder) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "not-the-holder",
                                "Only its holder, organisation " + holder + ", files a paper.")
                        .by("", "Nur der Inhaber, Organisation " + holder + ", hinterlegt ein Papier.");
            case Refusal.EndsBeforeItBegins(var until) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "ends-before-it-begins",
                                "The last day, " + until + ", must not lie before the first.")
                        .by("", "Der letzte Tag, " + until + ", darf nicht vor dem ersten liegen.");
            case Refusal.Unlimited _ ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unlimited",
                                "An Efb certificate has a last day; name it in \"until\".")
                        .by("KrWG §56(3) Satz 3", "Ein Efb-Zertifikat ist befristet; nennen Sie den letzten Tag.");
            case Refusal.TooLong(var latest) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "too-long",
                                "An Efb certificate holds eighteen months at most, here until " + latest + ".")
                        .by(
                                "KrWG §56(3) Satz 4",
                                "Ein Efb-Zertifikat gilt höchstens 18 Monate, hier bis " + latest + ".");
            case Refusal.AlreadyAcknowledged _ ->
                new Problem(HttpStatus.CONFLICT, "already-acknowledged", "The paper was acknowledged before.")
                        .by("KrWG §53(1) Satz 2", "Der Eingang ist schon bestätigt.");
            case Refusal.AlreadyWithdrawn(var from) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-withdrawn",
                                "The paper was withdrawn with effect from " + from + ". A new one can be filed.")
                        .by(
                                "KrWG §53(3)",
                                "Das Papier zählt seit " + from + " nicht mehr. Ein neues kann hinterlegt werden.");
            case Refusal.AlreadyGivenUp(var from) ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "already-given-up",
                                "The paper was given up with effect from " + from + ".")
                        .by("", "Das Papier ist schon aufgegeben, ab " + from + ".");
            case Refusal.GivenUpInThePast(var earliest) ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "given-up-in-the-past",
                                "A paper is given up from " + earliest + " or later: what went under it stays so.")
                        .by("", "Ein Papier wird frühestens ab " + earliest + " aufgegeben.");
        };
    }
}
