package org.wegweis.door;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.wegweis.kernel.record.Actor.Role;

/**
 * Who may call what: the one table of a service. The first rule that fits decides; what no rule names is denied. Which
 * consignments an organisation sees is not said here, that is each room's matter.
 */
public record DoorRules(List<Rule> rules) {

    /** Health, metrics and the interface's description are open on every service. */
    private static final List<Rule> EVERYWHERE = List.of(
            anybody(HttpMethod.GET, "/actuator/health/**"),
            anybody(HttpMethod.GET, "/actuator/prometheus"),
            anybody(HttpMethod.GET, "/v3/api-docs/**"));

    public DoorRules {
        rules = List.copyOf(rules);
    }

    public static DoorRules of(Rule... rules) {
        return new DoorRules(List.of(rules));
    }

    /** Every rule, those of each service last. */
    List<Rule> all() {
        return Stream.concat(rules.stream(), EVERYWHERE.stream()).toList();
    }

    /**
     * One line of the table.
     *
     * @param pattern a Spring path pattern, for example {@code /api/consignments/{id}}
     */
    public record Rule(HttpMethod method, String pattern, Who who) {}

    /** For whom a door opens. */
    public sealed interface Who {
        record Anybody() implements Who {}

        record SignedIn() implements Who {}

        record AnyOf(Set<Role> roles) implements Who {}

        /** Another service, by a scope of its token. */
        record Service(String scope) implements Who {}
    }

    public static Rule anybody(HttpMethod method, String pattern) {
        return new Rule(method, pattern, new Who.Anybody());
    }

    public static Rule signedIn(HttpMethod method, String pattern) {
        return new Rule(method, pattern, new Who.SignedIn());
    }

    public static Rule roles(HttpMethod method, String pattern, Role... roles) {
        return new Rule(method, pattern, new Who.AnyOf(Set.of(roles)));
    }

    public static Rule service(HttpMethod method, String pattern, String scope) {
        return new Rule(method, pattern, new Who.Service(scope));
    }
}
