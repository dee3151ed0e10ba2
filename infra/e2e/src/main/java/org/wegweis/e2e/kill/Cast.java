package org.wegweis.e2e.kill;

import java.util.List;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Json;

/** Who is at work: an office that opens consignments, a driver who picks them up, and the gate that takes them. */
public record Cast(Person dispatcher, Person driver, Person gate) {
    private static final String GREEN_HILL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01";
    private static final String SWIFT_HAUL = "0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02";

    /** Enters both with their organisations, as the first administrator does. */
    public static Cast enter(WegweisClient client) {
        var admin = new Person("admin", client.doors().administratorPassword().orElseThrow());
        var cast = new Cast(
                new Person("hanna", "ein langes Passwort"),
                new Person("anna", "noch ein langes Passwort"),
                new Person("gerd", "ganz ein langes Passwort"));
        enter(client, admin, GREEN_HILL, "P12345678", cast.dispatcher(), "dispatcher");
        enter(client, admin, SWIFT_HAUL, "L00000002", cast.driver(), "driver");
        person(client, admin, GREEN_HILL, cast.gate(), "gate");
        person(client, admin, GREEN_HILL, operator(), "operator");
        return cast;
    }

    /** Who may order a rebuild. */
    static Person operator() {
        return new Person("otto", "auch ein langes Passwort");
    }

    private static void enter(
            WegweisClient client, Person admin, String organisation, String site, Person person, String role) {
        var sites = new Json.Arr(
                List.of(Json.Obj.of().with("number", site).with("name", "Hof").with("place", "Ort")));
        client.put(
                        client.doors().trackingService(),
                        "/api/organisations/" + organisation,
                        admin,
                        Json.Obj.of().with("name", "Firma " + site).with("sites", sites))
                .require(200);
        person(client, admin, organisation, person, role);
    }

    private static void person(WegweisClient client, Person admin, String organisation, Person person, String role) {
        client.post(
                        client.doors().identity(),
                        "/api/people",
                        admin,
                        Json.Obj.of()
                                .with("signInName", person.signInName())
                                .with("password", person.password())
                                .with("organisation", organisation)
                                .with("roles", new Json.Arr(List.of(new Json.Text(role)))))
                .require(201);
    }

    /** A consignment within one organisation, so that everybody there is may see it. */
    public Json.Obj opening() {
        var party = Json.Obj.of().with("organisation", GREEN_HILL).with("site", "P12345678");
        return Json.Obj.of()
                .with("wasteCode", "170503")
                .with("declaredGrams", 1_000_000)
                .with("generator", party)
                .with("plant", party)
                .with("carrier", Json.Obj.of().with("organisation", SWIFT_HAUL));
    }
}
