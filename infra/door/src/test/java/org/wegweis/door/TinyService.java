package org.wegweis.door;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Actor.Role;

/** One endpoint for each thing that a door does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TinyService.Rooms.class)
class TinyService {

    static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TinyService.class)
                .properties(
                        "spring.config.name=tiny",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "wegweis.door.largest-body=4KB",
                        "management.endpoints.web.exposure.include=*");
    }

    @Bean
    DoorRules rules() {
        return DoorRules.of(
                DoorRules.anybody(HttpMethod.GET, "/open/**"),
                DoorRules.anybody(HttpMethod.POST, "/open/**"),
                DoorRules.signedIn(HttpMethod.GET, "/signed-in"),
                DoorRules.roles(HttpMethod.GET, "/things/mine", Role.DRIVER),
                DoorRules.roles(HttpMethod.GET, "/things/{id}", Role.DISPATCHER, Role.AUTHORITY),
                DoorRules.service(HttpMethod.GET, "/for-services", "statements"));
    }

    record Load(String waste, int grams, List<String> notes) {}

    @RestController
    static class Rooms {
        @GetMapping({"/open", "/signed-in", "/things/mine", "/things/{id}", "/for-services", "/nobody-named-me"})
        String here() {
            return "here";
        }

        @GetMapping("/open/who")
        Map<String, Object> who(Caller caller) {
            return Map.of(
                    "organisation", caller.organisation().toString(),
                    "roles", caller.roles(),
                    "jurisdiction", caller.jurisdiction(),
                    "subject", caller.subject(),
                    "signInName", caller.signInName());
        }

        @PostMapping("/open/load")
        Load load(@RequestBody Load load) {
            return load;
        }

        @PostMapping("/open/document")
        Json.Obj document(@RequestBody Json.Obj document) {
            return document;
        }

        @GetMapping("/open/numbers/{number}")
        int number(@PathVariable int number, @RequestParam int times) {
            return number * times;
        }

        @GetMapping("/open/wrong")
        void wrong() {
            throw new WrongField("/data/loadedGrams", "should be a whole number of grams");
        }

        @GetMapping("/open/away")
        void away() {
            throw Problem.away("The record store");
        }

        @GetMapping("/open/broken")
        void broken() {
            throw new IllegalStateException("the password is swordfish");
        }
    }
}
