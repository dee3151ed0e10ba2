package org.wegweis.mobile.tour;

import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.mobile.tracking.TrackingClient;

/** What a driver has to drive. */
@RestController
class TourController {
    private final Tours tours;
    private final TrackingClient tracking;
    private final InstantSource clock;

    TourController(Tours tours, TrackingClient tracking, InstantSource clock) {
        this.tours = tours;
        this.tracking = tracking;
        this.clock = clock;
    }

    /** A dispatcher gives one of the organisation's consignments to a driver. */
    @PutMapping("/api/tours/{consignment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String consignment, @RequestBody Json.Obj body, Caller caller) {
        var id = consignment(consignment);
        var fields = Fields.of(body);
        String driver = fields.text("driver");
        if (driver.isBlank() || driver.length() > 100) throw Problem.wrongField("/driver", "needs 1 to 100 characters");
        fields.noMore();
        boolean party = tracking.opening(id.toString())
                .filter(opening -> isParty(opening, caller))
                .isPresent();
        if (!party) throw noSuchConsignment();
        tours.assign(id, caller.organisation(), driver, clock.instant());
    }

    /** The own tour, newest first. */
    @GetMapping(path = "/api/tour", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Arr tour(Caller caller) {
        return new Json.Arr(tours.of(caller.organisation(), caller.signInName()).stream()
                .flatMap(id -> tracking.opening(id.toString()).stream())
                .<Json>map(opening -> opening)
                .toList());
    }

    /** One consignment of the own tour. */
    @GetMapping(path = "/api/tour/{consignment}", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Obj one(@PathVariable String consignment, Caller caller) {
        var id = consignment(consignment);
        if (!tours.of(caller.organisation(), caller.signInName()).contains(id)) throw noSuchConsignment();
        return tracking.opening(id.toString()).orElseThrow(TourController::noSuchConsignment);
    }

    private static boolean isParty(Json.Obj opening, Caller caller) {
        return opening.members().get("parties") instanceof Json.Arr parties
                && parties.items().contains(new Json.Text(caller.organisation().toString()));
    }

    private static Problem noSuchConsignment() {
        return new Problem(HttpStatus.NOT_FOUND, "no-such-consignment", "There is no such consignment for you.");
    }

    private static ConsignmentId consignment(String id) {
        return Problem.parsed("consignment", id, ConsignmentId::parse);
    }
}
