package org.wegweis.ledgerbridge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.wegweis.door.Problem;
import org.wegweis.door.ProblemAdvice;
import org.wegweis.evidence.seal.LedgerAway;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LedgerAwayAdvice {
    private final ProblemAdvice problems;

    LedgerAwayAdvice(ProblemAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler(LedgerAway.class)
    ResponseEntity<ProblemDetail> away() {
        return problems.answer(Problem.away("The ledger"));
    }
}
