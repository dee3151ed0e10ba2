package org.wegweis.ledgerbridge;

import static org.wegweis.door.DoorRules.anybody;
import static org.wegweis.door.DoorRules.roles;
import static org.wegweis.kernel.record.Actor.Role.AUDITOR;
import static org.wegweis.kernel.record.Actor.Role.AUTHORITY;
import static org.wegweis.kernel.record.Actor.Role.DISPATCHER;
import static org.wegweis.kernel.record.Actor.Role.GATE;
import static org.wegweis.kernel.record.Actor.Role.OPERATOR;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wegweis.door.DoorRules;

/** Records in, log and proofs out. */
@SpringBootApplication
public class LedgerBridge {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as it is started alone, and by the standalone beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(LedgerBridge.class).properties("spring.config.name=ledger-bridge");
    }

    @Bean
    DoorRules rules() {
        return DoorRules.of(
                anybody(HttpMethod.GET, "/checkpoint"),
                anybody(HttpMethod.GET, "/tile/**"),
                anybody(HttpMethod.GET, "/tlog-proof/{index}"),
                anybody(HttpMethod.GET, "/consistency"),
                // who mirrors the log may ask without taking (RFC 9110 §9.3.2)
                anybody(HttpMethod.HEAD, "/checkpoint"),
                anybody(HttpMethod.HEAD, "/tile/**"),
                anybody(HttpMethod.HEAD, "/tlog-proof/{index}"),
                anybody(HttpMethod.HEAD, "/consistency"),
                anybody(HttpMethod.GET, "/trust"),
                anybody(HttpMethod.GET, "/api/status"),
                anybody(HttpMethod.GET, "/time-stamp/{size}"),
                anybody(HttpMethod.POST, "/tsa"),
                anybody(HttpMethod.GET, "/"),
                anybody(HttpMethod.GET, "/verify"),
                anybody(HttpMethod.GET, "/verify/*"),
                anybody(HttpMethod.POST, "/verify"),
                anybody(HttpMethod.GET, "/ledger"),
                anybody(HttpMethod.GET, "/ledger/*"),
                anybody(HttpMethod.GET, "/api/ledger"),
                anybody(HttpMethod.POST, "/witness/add-checkpoint"),
                anybody(HttpMethod.GET, "/witness"),
                anybody(HttpMethod.GET, "/witness/{originHash}/checkpoint"),
                anybody(HttpMethod.GET, "/witness/equivocations"),
                roles(HttpMethod.GET, "/api/audits", OPERATOR, AUDITOR),
                roles(HttpMethod.POST, "/api/rebuild", OPERATOR),
                roles(HttpMethod.GET, "/api/rebuild", OPERATOR),
                roles(HttpMethod.GET, "/api/{kind}/{id}/evidence", DISPATCHER, GATE, AUTHORITY, AUDITOR));
    }

    /** What is public may be read by any page in any browser. */
    @Bean
    WebMvcConfigurer publicLog() {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                for (String path : new String[] {"/checkpoint", "/tile/**", "/tlog-proof/*", "/consistency"}) {
                    registry.addMapping(path).allowedOrigins("*").allowedMethods("GET", "HEAD");
                }
                for (String path :
                        new String[] {"/time-stamp/*", "/trust", "/api/status", "/api/ledger", "/witness/**"}) {
                    registry.addMapping(path).allowedOrigins("*").allowedMethods("GET");
                }
                // No cookie opens these doors, only a token that the page has to hold, or nothing at all.
                registry.addMapping("/api/*/*/evidence")
                        .allowedOrigins("*")
                        .allowedMethods("GET")
                        .allowedHeaders("Authorization")
                        .exposedHeaders("Content-Disposition", "Retry-After");
                registry.addMapping("/verify").allowedOrigins("*").allowedMethods("POST");
            }
        };
    }
}
