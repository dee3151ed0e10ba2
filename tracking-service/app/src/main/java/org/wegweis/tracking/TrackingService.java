package org.wegweis.tracking;

import static org.wegweis.door.DoorRules.roles;
import static org.wegweis.door.DoorRules.service;
import static org.wegweis.door.DoorRules.signedIn;
import static org.wegweis.kernel.record.Actor.Role.AUDITOR;
import static org.wegweis.kernel.record.Actor.Role.AUTHORITY;
import static org.wegweis.kernel.record.Actor.Role.DISPATCHER;
import static org.wegweis.kernel.record.Actor.Role.DRIVER;
import static org.wegweis.kernel.record.Actor.Role.GATE;
import static org.wegweis.kernel.record.Actor.Role.OPERATOR;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.wegweis.door.DoorRules;

/** Commands in, records appended, relayed to Kafka. */
@SpringBootApplication
public class TrackingService {
    /** The scope that lets mobile-api forward what phones signed. */
    public static final String STATEMENTS = "statements";

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as it is started alone, and by the standalone beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TrackingService.class).properties("spring.config.name=tracking-service");
    }

    @Bean
    DoorRules rules() {
        String one = "/api/consignments/{id}";
        String certificate = "/api/certificates/{id}";
        String stock = "/api/stocks/{site}";
        return DoorRules.of(
                roles(HttpMethod.POST, "/api/consignments", DISPATCHER),
                roles(HttpMethod.POST, one + "/release", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/pick-up", DISPATCHER),
                roles(HttpMethod.POST, one + "/hand-over", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/take-over", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/delivery", DISPATCHER),
                roles(HttpMethod.POST, one + "/acceptance", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/partial-acceptance", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/rejection", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/taking-back", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/correction", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/agreement", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/disagreement", DISPATCHER, GATE),
                roles(HttpMethod.POST, one + "/cancellation", DISPATCHER),
                roles(HttpMethod.GET, "/api/{kind}/{id}/records", DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.POST, "/api/transfer-notes", DISPATCHER, GATE),
                roles(HttpMethod.POST, "/api/transfer-notes/{id}/signature", DISPATCHER, GATE),
                roles(HttpMethod.POST, "/api/transfer-notes/{id}/entry", DISPATCHER, GATE),
                roles(HttpMethod.POST, "/api/transfer-notes/{id}/cancellation", DISPATCHER, GATE),
                roles(HttpMethod.GET, "/api/transfer-notes/{id}", DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.POST, "/api/outages", DISPATCHER, GATE, DRIVER),
                roles(HttpMethod.POST, "/api/outages/{id}/receipts", DISPATCHER, GATE, DRIVER),
                roles(HttpMethod.POST, "/api/outages/{id}/receipts/{number}/entry", DISPATCHER, GATE, DRIVER),
                roles(HttpMethod.POST, "/api/outages/{id}/end", DISPATCHER, GATE, DRIVER),
                roles(HttpMethod.GET, "/api/outages", DISPATCHER, GATE, AUDITOR),
                roles(HttpMethod.GET, "/api/outages/{id}", DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.GET, "/api/outages/{id}/records", DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.POST, "/api/certificates", DISPATCHER),
                roles(HttpMethod.POST, certificate + "/plant-acceptance", DISPATCHER),
                roles(HttpMethod.POST, certificate + "/submission", DISPATCHER),
                roles(HttpMethod.POST, certificate + "/papers", DISPATCHER),
                roles(HttpMethod.POST, certificate + "/acknowledgement", AUTHORITY),
                roles(HttpMethod.POST, certificate + "/demand", AUTHORITY),
                roles(HttpMethod.POST, certificate + "/confirmation", AUTHORITY),
                roles(HttpMethod.POST, certificate + "/refusal", AUTHORITY),
                roles(HttpMethod.POST, certificate + "/confirmation-order", AUTHORITY),
                roles(HttpMethod.POST, certificate + "/revocation", AUTHORITY),
                roles(HttpMethod.GET, certificate, DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.GET, stock, DISPATCHER, GATE, AUDITOR),
                roles(HttpMethod.POST, stock + "/counts", DISPATCHER),
                roles(HttpMethod.POST, stock + "/treatments", DISPATCHER),
                roles(HttpMethod.POST, stock + "/passings-on", DISPATCHER, GATE),
                roles(HttpMethod.POST, "/api/permits", DISPATCHER),
                roles(HttpMethod.POST, "/api/permits/{id}/acknowledgement", AUTHORITY),
                roles(HttpMethod.POST, "/api/permits/{id}/withdrawal", AUTHORITY),
                roles(HttpMethod.POST, "/api/permits/{id}/end", DISPATCHER),
                roles(HttpMethod.GET, "/api/permits/{id}", DRIVER, DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.GET, "/api/permits", DRIVER, DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.GET, "/api/disclosures", DISPATCHER, GATE, AUTHORITY, AUDITOR),
                roles(HttpMethod.GET, "/api/records", OPERATOR, AUDITOR),
                service(HttpMethod.GET, one + "/opening", STATEMENTS),
                service(HttpMethod.POST, "/api/statements", STATEMENTS),
                signedIn(HttpMethod.GET, "/api/waste-codes/{code}"),
                signedIn(HttpMethod.GET, "/api/organisations"),
                signedIn(HttpMethod.GET, "/api/organisations/{id}"),
                roles(HttpMethod.PUT, "/api/organisations/{id}", OPERATOR));
    }
}
