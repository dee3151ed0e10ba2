package org.wegweis.tracking.consignment;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.waste.WasteCatalogue.UnknownWasteCode;
import org.wegweis.tracking.statement.IdReused;
import org.wegweis.tracking.store.StoreProblem;

/** What a statement that was not accepted is answered with. */
final class Problems {
    private Problems() {}

    /** The problem of that exception; whatever is not foreseen is thrown on. */
    static Problem of(RuntimeException e) {
        return switch (e) {
            case CommandRefused refused ->
                new Problem(
                        HttpStatus.valueOf(Slugs.status(refused.reason())),
                        Slugs.of(refused.reason()),
                        Slugs.detail(refused.reason()));
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
