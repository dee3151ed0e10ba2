package org.wegweis.door;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Problem documents for what a filter refused or broke on, before any controller. */
@RestController
@Hidden // nobody calls it; the container hands refused requests over
class ErrorDoor implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> answer(
            @RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer code) {
        var status = code == null ? null : HttpStatus.resolve(code);
        var problem = status == null || status.is5xxServerError()
                ? Problem.internal()
                : Problem.of(status, "The request is not one that this service takes.");
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }
}
