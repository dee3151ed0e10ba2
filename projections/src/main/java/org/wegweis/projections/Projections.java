package org.wegweis.projections;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.wegweis.door.DoorRules;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.WasteList;

/** Records in; route and search out; the console. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Projections {
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Projections.class).properties("spring.config.name=projections");
    }

    public static void main(String[] args) {
        application().run(args);
    }

    /** @param follows the same setting as tracking-service's; see there why its default is unconfirmed */
    @Bean
    WasteList germanList(@Value("${wegweis.waste.german-list-follows:2026-12-09}") LocalDate follows) {
        return new WasteList(follows);
    }

    /** Nobody has the rule of any check digit. */
    @Bean
    CheckDigit checkDigit() {
        return CheckDigit.NOT_CHECKED;
    }

    /** Operators come in too and find nothing: no consignment exists for them. */
    @Bean
    DoorRules doorRules() {
        Role[] readers = {Role.DISPATCHER, Role.GATE, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR};
        return DoorRules.of(
                DoorRules.roles(HttpMethod.GET, "/api/consignments", readers),
                DoorRules.roles(HttpMethod.GET, "/api/consignments/{id}", readers),
                DoorRules.roles(HttpMethod.GET, "/api/outages", readers),
                DoorRules.roles(HttpMethod.GET, "/api/register", readers),
                DoorRules.roles(HttpMethod.GET, "/api/transfer-notes/{id}", readers),
                DoorRules.roles(HttpMethod.GET, "/api/consignments/{id}/lineage", readers),
                DoorRules.roles(HttpMethod.GET, "/api/stocks/{site}", readers),
                DoorRules.roles(HttpMethod.GET, "/api/permits", readers),
                DoorRules.roles(HttpMethod.GET, "/api/certificates", readers),
                DoorRules.roles(HttpMethod.GET, "/api/certificates/{id}", readers),
                DoorRules.roles(HttpMethod.GET, "/api/findings", readers),
                DoorRules.roles(HttpMethod.POST, "/api/rebuild", Role.OPERATOR),
                DoorRules.anybody(HttpMethod.GET, "/console-settings.json"),
                DoorRules.anybody(HttpMethod.GET, "/"),
                DoorRules.anybody(HttpMethod.GET, "/index.html"),
                DoorRules.anybody(HttpMethod.GET, "/assets/**"),
                DoorRules.anybody(HttpMethod.GET, "/vorgang/{id}"),
                DoorRules.anybody(HttpMethod.GET, "/hinweise"),
                DoorRules.anybody(HttpMethod.GET, "/nachweise"),
                DoorRules.anybody(HttpMethod.GET, "/nachweise/{id}"),
                DoorRules.anybody(HttpMethod.GET, "/register"),
                DoorRules.anybody(HttpMethod.GET, "/{file}.svg"),
                DoorRules.anybody(HttpMethod.GET, "/{file}.png"),
                DoorRules.anybody(HttpMethod.GET, "/{file}.ico"));
    }
}
