package org.wegweis.projections.route;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.projections.access.Looks;

/** One consignment's route. */
@RestController
class RouteController {
    private final Routes routes;
    private final Looks looks;

    RouteController(Routes routes, Looks looks) {
        this.routes = routes;
        this.looks = looks;
    }

    @GetMapping(path = "/api/consignments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Route route(@PathVariable String id, Caller caller) {
        var consignment = consignment(id);
        var route = routes.find(consignment, caller);
        looks.atConsignment(caller, consignment, route.isPresent());
        return route.orElseThrow(() -> new Problem(
                HttpStatus.NOT_FOUND, "no-such-consignment", "There is no such consignment for your organisation."));
    }

    private static UUID consignment(String id) {
        return Problem.parsed("id", id, ConsignmentId::parse).value();
    }
}
