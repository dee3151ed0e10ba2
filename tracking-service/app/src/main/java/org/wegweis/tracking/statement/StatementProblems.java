package org.wegweis.tracking.statement;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.wegweis.door.Problem;
import org.wegweis.door.ProblemAdvice;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.waste.WasteCatalogue.UnknownWasteCode;
import org.wegweis.kernel.waste.WasteList.NotInForce;
import org.wegweis.tracking.store.StoreProblem;

/** What a statement that was not accepted is answered with. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StatementProblems {
    private final ProblemAdvice door;

    StatementProblems(ProblemAdvice door) {
        this.door = door;
    }

    @ExceptionHandler({Refused.class, IdReused.class, StoreProblem.class, WrongField.class})
    ResponseEntity<ProblemDetail> answer(RuntimeException e) {
        return door.answer(of(e));
    }

    /** The problem of that exception; whatever is not foreseen is thrown on. */
    public static Problem of(RuntimeException e) {
        return switch (e) {
            case Refused refused -> refused.problem();
            case IdReused reused ->
                new Problem(
                                HttpStatus.CONFLICT,
                                "id-reused",
                                "The id belongs to a statement that says something else. A new statement needs a new id.")
                        .at("/id");
            case WrongField wrong
            when wrong.getCause() instanceof UnknownWasteCode ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unknown-waste-code",
                                wrong.pointer() + ": " + wrong.expectation() + ". Use a code of the list in force.")
                        .at(wrong.pointer());
            case WrongField wrong
            when wrong.getCause() instanceof NotInForce ->
                new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "waste-code-not-in-force",
                                wrong.pointer() + ": " + wrong.expectation() + ".")
                        .by(
                                "AVV §2(1)",
                                "Der Abfallschlüssel gilt an diesem Tag nicht. Verwenden Sie einen, der gilt; Nachfolger"
                                        + " nennt /api/waste-codes/{code}.")
                        .at(wrong.pointer());
            case WrongField wrong -> Problem.wrongField(wrong.pointer(), wrong.expectation());
            case StoreProblem.Busy _ ->
                new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "busy",
                                "More is waiting than can be taken. Nothing was done; send it again.")
                        .retryAfter(Duration.ofSeconds(1));
            case StoreProblem.Away _ -> Problem.away("The record store");
            default -> throw e;
        };
    }
}
