package org.wegweis.mobile.statement;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.mapstruct.factory.Mappers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Hash;
import org.wegweis.mobile.device.Device;
import org.wegweis.mobile.device.Devices;
import org.wegweis.mobile.tour.Tours;
import org.wegweis.mobile.tracking.TrackingClient;

/** Where phones send what they signed. */
@RestController
class StatementController {
    private static final int MOST = 500;

    private final StatementReader reader;
    private final Devices devices;
    private final TrackingClient tracking;
    private final Tours tours;
    private final InstantSource clock;
    private final StatementMapper mapper = Mappers.getMapper(StatementMapper.class);

    StatementController(
            StatementReader reader, Devices devices, TrackingClient tracking, Tours tours, InstantSource clock) {
        this.reader = reader;
        this.devices = devices;
        this.tracking = tracking;
        this.tours = tours;
        this.clock = clock;
    }

    /**
     * One result each, in order. What is refused here never reaches tracking-service, and harms nobody else in the
     * batch.
     */
    @PostMapping(path = "/api/statements", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Arr state(@RequestBody Json.Arr batch, Caller caller) {
        if (batch.items().size() > MOST) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-many-statements",
                    "A batch has at most " + MOST + " statements, this one "
                            + batch.items().size() + ". Send them in several.");
        }
        var results = new Json[batch.items().size()];
        var places = new ArrayList<Integer>();
        var forwarded = new ArrayList<Json>();
        var statements = new ArrayList<SignedStatement>();
        var devices = new HashMap<Hash, Optional<Device>>(); // a phone's whole batch is signed with one key
        for (int i = 0; i < results.length; i++) {
            if (!(batch.items().get(i) instanceof Json.Text(String jws))) {
                results[i] = refused("", StatementReader.malformed("It must be a compact JWS in a string."));
                continue;
            }
            try {
                var statement = reader.read(jws, caller, key -> devices.computeIfAbsent(key, this.devices::find));
                places.add(i);
                statements.add(statement);
                forwarded.add(mapper.forwarded(statement, caller.organisation(), role(statement, caller))
                        .json());
            } catch (Problem problem) {
                results[i] = refused(jws, problem);
            }
        }
        if (!forwarded.isEmpty()) {
            var answers = tracking.state(new Json.Arr(forwarded)).items();
            var stated = new HashSet<ConsignmentId>();
            for (int i = 0; i < places.size(); i++) {
                results[places.get(i)] = answers.get(i);
                if (!isRefused(answers.get(i))) stated.add(statements.get(i).consignment());
            }
            if (!stated.isEmpty() && caller.is(Role.DRIVER)) {
                tours.stated(stated, caller.organisation(), caller.signInName(), clock.instant());
            }
        }
        return new Json.Arr(List.of(results));
    }

    /** Somebody who is driver and gate clerk speaks as the one whose step it is. */
    private static Role role(SignedStatement statement, Caller caller) {
        boolean plantsStep = switch (statement.type()) {
            case ConsignmentJson.ACCEPTED, ConsignmentJson.PARTLY_ACCEPTED, ConsignmentJson.REJECTED -> true;
            default -> false;
        };
        boolean gate = caller.is(Role.GATE) && (plantsStep || !caller.is(Role.DRIVER));
        return gate ? Role.GATE : Role.DRIVER;
    }

    private static boolean isRefused(Json result) {
        return result instanceof Json.Obj members
                && new Json.Text("refused").equals(members.members().get("status"));
    }

    private static Json refused(String jws, Problem problem) {
        var document = Json.Obj.of()
                .with("type", String.valueOf(problem.document().getType()))
                .with("title", String.valueOf(problem.document().getTitle()))
                .with("status", problem.status().value())
                .with("detail", problem.detail())
                .with("field", problem.field());
        return Json.Obj.of().with("id", idOf(jws)).with("status", "refused").with("problem", document);
    }

    /** The id that an unreadable statement claims, so that the phone finds it again; null where there is none. */
    private static Json idOf(String jws) {
        try {
            var payload = Json.parse(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]));
            return new Json.Text(Fields.of(payload).text("id"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new Json.Null();
        }
    }
}
