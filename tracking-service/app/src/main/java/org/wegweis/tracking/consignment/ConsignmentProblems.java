package org.wegweis.tracking.consignment;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.wegweis.door.ProblemAdvice;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.tracking.statement.IdReused;
import org.wegweis.tracking.store.StoreProblem;

/** Hands refusals to the door's problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsignmentProblems {
    private final ProblemAdvice door;

    ConsignmentProblems(ProblemAdvice door) {
        this.door = door;
    }

    @ExceptionHandler({CommandRefused.class, IdReused.class, StoreProblem.class, WrongField.class})
    ResponseEntity<ProblemDetail> answer(RuntimeException e) {
        return door.answer(Problems.of(e));
    }
}
