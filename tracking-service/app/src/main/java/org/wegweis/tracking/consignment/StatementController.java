package org.wegweis.tracking.consignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.StatementProblems;
import org.wegweis.tracking.statement.Submitted;

/** What phones signed. mobile-api has checked device and signature and speaks for them. */
@RestController
class StatementController {
    private static final int MOST = 500;

    private final Consignments consignments;

    StatementController(Consignments consignments) {
        this.consignments = consignments;
    }

    /** The answer to one statement: where it lies, or why it was refused. */
    record ResultJson(
            String status,
            String id,
            @Nullable String consignment,
            @Nullable String type,
            @Nullable Long version,
            @Nullable Long position,
            @Nullable String recordedAt,
            @Nullable ProblemDetail problem) {

        static ResultJson of(Answer answer) {
            var record = answer.stored().parsed();
            return new ResultJson(
                    answer.known() ? "known" : "accepted",
                    record.id().toString(),
                    record.subject().toString(),
                    record.type(),
                    record.version(),
                    record.position(),
                    record.recordedAt().toString(),
                    null);
        }

        static ResultJson refused(String id, Problem problem) {
            return new ResultJson("refused", id, null, null, null, null, null, problem.document());
        }
    }

    /** One result each, in order. Statements about one consignment are taken in the order that they came in. */
    @PostMapping(path = "/api/statements", produces = MediaType.APPLICATION_JSON_VALUE)
    List<ResultJson> state(@RequestBody Json.Arr statements) throws InterruptedException {
        if (statements.items().size() > MOST) throw Problem.wrongField("", "must have at most " + MOST + " statements");
        var submitted = new ArrayList<Submitted>();
        for (int i = 0; i < statements.items().size(); i++) {
            submitted.add(submitted(Fields.of(statements.items().get(i), "/" + i)));
        }
        var places = IntStream.range(0, submitted.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> submitted.get(i).subject(), LinkedHashMap::new, Collectors.toList()));
        var results = new ResultJson[submitted.size()];
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var some : places.values()) {
                running.add(callers.submit(() -> some.forEach(i -> results[i] = one(submitted.get(i)))));
            }
            for (var done : running) done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unforeseen) throw unforeseen;
            throw new IllegalStateException(e.getCause());
        }
        return List.of(results);
    }

    private ResultJson one(Submitted submitted) {
        try {
            return ResultJson.of(consignments.state(submitted));
        } catch (RuntimeException e) {
            return ResultJson.refused(submitted.id().orElseThrow().toString(), StatementProblems.of(e));
        }
    }

    private static Submitted submitted(Fields fields) {
        var submitted = new Submitted(
                fields.text("type"),
                Optional.of(fields.parsed("id", StatementId::parse)),
                Optional.of(fields.parsed("consignment", ConsignmentId::parse).value()),
                Optional.of(fields.parsed("happenedAt", Submitted::instant)),
                new Actor(
                        fields.parsed("organisation", OrganisationId::parse),
                        fields.parsed("role", Role::parse),
                        Optional.of(fields.parsed("key", Hash::parse))),
                data(fields),
                "/data",
                Optional.of(fields.text("jws")));
        fields.noMore();
        return submitted;
    }

    private static Json.Obj data(Fields fields) {
        if (fields.take("data").orElse(null) instanceof Json.Obj data) return data;
        throw new WrongField(fields.at("data"), "must be an object");
    }
}
