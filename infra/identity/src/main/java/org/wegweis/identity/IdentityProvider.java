package org.wegweis.identity;

import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.wegweis.door.DoorRules;
import org.wegweis.kernel.record.Actor.Role;

/** An OpenID provider for one machine. */
@SpringBootApplication
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityProvider {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The provider as it is started alone, and by the standalone beside the services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IdentityProvider.class).properties("spring.config.name=identity");
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    DoorRules rules() {
        return DoorRules.of(
                DoorRules.roles(HttpMethod.GET, "/api/people", Role.OPERATOR),
                DoorRules.roles(HttpMethod.POST, "/api/people", Role.OPERATOR),
                DoorRules.anybody(HttpMethod.GET, "/sign-in.css"));
    }
}
