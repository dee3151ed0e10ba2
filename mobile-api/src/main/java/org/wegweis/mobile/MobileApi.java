package org.wegweis.mobile;

import static org.wegweis.door.DoorRules.anybody;
import static org.wegweis.door.DoorRules.roles;
import static org.wegweis.kernel.record.Actor.Role.DISPATCHER;
import static org.wegweis.kernel.record.Actor.Role.DRIVER;
import static org.wegweis.kernel.record.Actor.Role.GATE;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.wegweis.door.DoorRules;

/** The door for phones. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MobileApi {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as it is started alone, and by the standalone beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(MobileApi.class).properties("spring.config.name=mobile-api");
    }

    @Bean
    DoorRules rules() {
        return DoorRules.of(
                roles(HttpMethod.POST, "/api/devices", DRIVER, GATE),
                roles(HttpMethod.GET, "/api/devices", DRIVER, GATE, DISPATCHER),
                roles(HttpMethod.DELETE, "/api/devices/{thumbprint}", DRIVER, GATE, DISPATCHER),
                anybody(HttpMethod.GET, "/api/devices/{thumbprint}/key"), // a public key is no secret
                anybody(HttpMethod.GET, "/api/devices/{thumbprint}/enrolment"), // names no person
                roles(HttpMethod.POST, "/api/statements", DRIVER, GATE),
                roles(HttpMethod.PUT, "/api/tours/{consignment}", DISPATCHER),
                roles(HttpMethod.GET, "/api/tour", DRIVER),
                roles(HttpMethod.GET, "/api/tour/{consignment}", DRIVER));
    }
}
