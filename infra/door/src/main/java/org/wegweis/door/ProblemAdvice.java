package org.wegweis.door;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.wegweis.kernel.json.WrongField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Turns whatever a controller throws into a problem document; what nobody foresaw becomes a 500 without details. */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    public ResponseEntity<ProblemDetail> answer(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter()
                .ifPresent(
                        after -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds()))));
        return answer.body(problem.document());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(WrongField e) {
        return answer(Problem.wrongField(e.pointer(), e.expectation()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMessageNotReadableException e) {
        return answer(
                switch (e.getCause()) {
                    case WrongField wrong -> Problem.wrongField(wrong.pointer(), wrong.expectation());
                    case PropertyBindingException unknown -> Problem.wrongField(pointer(unknown), "is not known here");
                    case DatabindException wrong -> {
                        // Values that refuse text say why; everything else has the wrong type.
                        String why = wrong.getCause() instanceof IllegalArgumentException refused
                                ? "is not valid: " + refused.getMessage()
                                : "has the wrong type, is missing, or is followed by something else";
                        yield Problem.wrongField(pointer(wrong), why);
                    }
                    case InputCoercionException tooLarge -> Problem.wrongField(pointer(tooLarge), "is out of range");
                    case JacksonException malformed -> malformed(malformed.getOriginalMessage());
                    case IllegalArgumentException malformed -> malformed(String.valueOf(malformed.getMessage()));
                    case null, default -> malformed("it is missing or cut off");
                });
    }

    private static Problem malformed(String why) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not strict JSON (RFC 8259): " + why);
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (var reference : e.getPath()) {
            pointer.append('/')
                    .append(
                            reference.getPropertyName() != null
                                    ? reference.getPropertyName()
                                    : Integer.toString(reference.getIndex()));
        }
        return pointer.toString();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MethodArgumentTypeMismatchException e) {
        var cause = e.getMostSpecificCause();
        return answer(Problem.wrongField(e.getName(), "is not valid: " + cause.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MissingServletRequestParameterException e) {
        return answer(Problem.wrongField(e.getParameterName(), "is missing"));
    }

    /** Tomcat reads parameters and parts only when somebody asks for them, which may be after the door. */
    @ExceptionHandler({InvalidParameterException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> answerUnreadable() {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "The request's parameters cannot be read."));
    }

    /** A database that does not answer is away, not broken: asking again helps. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> answerDatabaseAway() {
        return answer(Problem.away("The database"));
    }

    @ExceptionHandler
    ResponseEntity<?> answer(Exception e) {
        // Spring's own refusals (no such path, method, media type…) know their status.
        if (e instanceof ErrorResponse refused) {
            var status = HttpStatus.valueOf(refused.getStatusCode().value());
            return ResponseEntity.status(status)
                    .headers(refused.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(status, String.valueOf(refused.getBody().getDetail()))
                            .document());
        }
        log.atError().setCause(e).log("unforeseen");
        return answer(Problem.internal());
    }
}
