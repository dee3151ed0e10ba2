package org.wegweis.tracking.certificate;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.wegweis.door.Problem;
import org.wegweis.door.ProblemAdvice;
import org.wegweis.kernel.certificate.Refusal;

/** How each refusal is called on the wire, and what would be right. Programs switch on the slug, so it never changes. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CertificateProblems {
    private final ProblemAdvice door;

    CertificateProblems(ProblemAdvice door) {
        this.door = door;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(CertificateRefused e) {
        return door.answer(problem(e.reason()));
    }

    /** 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409. */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotDeclared _ ->
                new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-certificate",
                        "There is no such certificate for your organisation.");
            case Refusal.NotAParty _ ->
                new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-certificate",
                        "There is no such certificate for your organisation.");
            case Refusal.AlreadyDeclared _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "already-declared",
                        "The certificate was declared before. Use a new certificate id.");
            case Refusal.NotForRole(var role) ->
                new Problem(
                        HttpStatus.FORBIDDEN,
                        "not-for-role",
                        "The role " + role.text() + " does not state this about a certificate (§§3–8 NachwV).");
            case Refusal.NotTheApplicant(var applicant) ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "not-the-applicant",
                        "Only the generator or collector itself, organisation " + applicant
                                + ", declares (§3(2), §9(3) NachwV).");
            case Refusal.NotThePlant(var plant) ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "not-the-plant",
                        "Only the plant, organisation " + plant + ", states this (§3(3) NachwV).");
            case Refusal.EndsBeforeItBegins(var until) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "ends-before-it-begins",
                        "The last day, " + until + ", is over already. Name a later one.");
            case Refusal.NoQuantity _ ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "no-quantity", "A certificate needs quantityGrams above 0.");
            case Refusal.NotAcceptedByThePlant _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "not-accepted-by-the-plant",
                        "The plant has not accepted yet. It states plant-acceptance first (§3(3) NachwV).");
            case Refusal.AlreadyAcceptedByThePlant _ ->
                new Problem(HttpStatus.CONFLICT, "already-accepted-by-the-plant", "The plant has accepted already.");
            case Refusal.WrongNumber(var number, var kind) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "wrong-certificate-number",
                        "The number " + number + " does not begin with " + kind.letters() + " (§28(2) NachwV).");
            case Refusal.NotPrivileged(var waste) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-privileged",
                        "Collected waste " + waste
                                + " is not in Anlage 2 NachwV: leave privilege out, the authority confirms (§9(3)).");
            case Refusal.ConfirmationIsOrdered _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "confirmation-is-ordered",
                        "The authority has ordered a confirmation (§8 NachwV): leave privilege out.");
            case Refusal.NotSubmitted _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "not-submitted",
                        "The declarations are not with the authority yet. The plant sends them first (§3(3) NachwV).");
            case Refusal.AlreadySubmitted _ ->
                new Problem(HttpStatus.CONFLICT, "already-submitted", "The declarations were sent already.");
            case Refusal.AlreadyAcknowledged(var day) ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "already-acknowledged",
                        "The receipt was acknowledged already, for " + day + ".");
            case Refusal.NotReceivedThen(var earliest, var latest) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-received-then",
                        "The day of receipt lies between " + earliest + " and " + latest + " (§4 NachwV).");
            case Refusal.PapersAlreadyDemanded _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "papers-already-demanded",
                        "Papers were demanded already and have not come yet.");
            case Refusal.NoPapersDemanded _ ->
                new Problem(HttpStatus.CONFLICT, "no-papers-demanded", "No papers were demanded.");
            case Refusal.ConfirmedBySilence(var lastDay) ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "confirmed-by-silence",
                        "The thirty days ended on " + lastDay + ": the confirmation counts as given (§5(5) NachwV).");
            case Refusal.AlreadyDecided _ ->
                new Problem(HttpStatus.CONFLICT, "already-decided", "The certificate holds already.");
            case Refusal.TooLong(var latest) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-long",
                        "A confirmation holds five years at most (§5(4) NachwV), here until " + latest + ".");
            case Refusal.MoreThanDeclared(var declared) ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "more-than-declared",
                        "At most what was declared can be confirmed: " + declared.grams() + " g.");
            case Refusal.NotByPrivilege _ ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "not-by-privilege",
                        "The certificate rests on a confirmation already; it can be revoked.");
            case Refusal.NotValid _ ->
                new Problem(HttpStatus.CONFLICT, "not-valid", "The certificate does not hold yet.");
            case Refusal.AlreadyEnded(var end) ->
                new Problem(
                        HttpStatus.CONFLICT,
                        "certificate-ended",
                        "The certificate has ended: " + end.name().toLowerCase(Locale.ROOT) + ".");
            case Refusal.NothingDue _ -> new Problem(HttpStatus.CONFLICT, "nothing-due", "Nothing falls due yet.");
            case Refusal.AlreadyDrawn(var load) ->
                new Problem(HttpStatus.CONFLICT, "already-drawn", "Load " + load + " is counted already.");
            case Refusal.NotDrawn(var load) ->
                new Problem(HttpStatus.CONFLICT, "not-drawn", "Load " + load + " is not counted here.");
            case Refusal.AlreadySettled(var load) ->
                new Problem(HttpStatus.CONFLICT, "already-settled", "Load " + load + " is settled already.");
            case Refusal.SiteOnlyIfCollective _ ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "site-only-if-collective",
                        "Only a collective certificate counts by the site of a load.");
        };
    }
}
