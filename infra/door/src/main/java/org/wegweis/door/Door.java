package org.wegweis.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wegweis.kernel.record.Actor.Role;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Puts a service behind its door as soon as it declares {@link DoorRules}. */
// Boot's own security chain would open every door, its own error page is no problem document.
@AutoConfiguration(before = {OAuth2ResourceServerWebSecurityAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnBean(DoorRules.class)
@EnableConfigurationProperties(DoorSettings.class)
@Import({ProblemAdvice.class, ErrorDoor.class})
public class Door {

    /** The one clock of a service; tests bring another. */
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ProblemResponse problemResponse(JsonMapper json) {
        return new ProblemResponse(json);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(DoorSettings settings, ProblemResponse responses) {
        var registration = new FilterRegistrationBean<>(
                new BodyLimit(settings.largestBody().toBytes(), responses));
        registration.setOrder(Integer.MIN_VALUE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LoadLimit> loadLimit(DoorSettings settings, ProblemResponse responses) {
        var registration = new FilterRegistrationBean<>(new LoadLimit(
                settings.mostRequests(),
                Math.toIntExact(settings.largestBody().toBytes()),
                Math.toIntExact(settings.mostBytes().toBytes()),
                responses));
        registration.setOrder(Integer.MIN_VALUE); // before anything costs anything
        return registration;
    }

    /** No form is sent with PUT, PATCH or DELETE here; this filter breaks on malformed ones before the door. */
    @Bean
    FilterRegistrationBean<FormContentFilter> noForms(FormContentFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Nobody traces the door's filters, each observed by itself; the requests that come through are counted anyway. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** @param service whose {@code examples/<service>.json} lies on the class path */
    @Bean
    BodyExamples bodyExamples(@Value("${spring.application.name:}") String service, JsonMapper json) {
        return new BodyExamples(new ClassPathResource("examples/" + service + ".json"), json);
    }

    @Bean
    KernelJsonConverter kernelJsonConverter() {
        return new KernelJsonConverter();
    }

    /** What Jackson would quietly mend is refused. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> {
            json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            json.addModule(new SimpleModule().addDeserializer(String.class, new TextWithoutNul()));
            json.withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        };
    }

    /** Databases and many programs end a text at U+0000. */
    private static final class TextWithoutNul extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw DatabindException.from(
                        parser, "U+0000", new IllegalArgumentException("it must not contain U+0000"));
            }
            return text;
        }
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, DoorRules rules, ProblemResponse responses, JwtDecoder decoder, InstantSource clock)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable) // bearer tokens only: no browser sends them by itself
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(
                                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")))
                .authorizeHttpRequests(requests -> {
                    for (var rule : rules.all()) {
                        var matched = requests.requestMatchers(rule.method(), rule.pattern());
                        switch (rule.who()) {
                            case DoorRules.Who.Anybody() -> matched.permitAll();
                            case DoorRules.Who.SignedIn() -> matched.authenticated();
                            case DoorRules.Who.AnyOf(var roles) ->
                                matched.hasAnyRole(
                                        roles.stream().map(Role::text).toArray(String[]::new));
                            case DoorRules.Who.Service(var scope) -> matched.hasAuthority("SCOPE_" + scope);
                        }
                    }
                    requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                            .permitAll();
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(new KnownTokens(decoder, clock))
                                .jwtAuthenticationConverter(authentication()))
                        .authenticationEntryPoint((request, response, e) -> refuse(responses, response))
                        .accessDeniedHandler((request, response, e) -> responses.write(response, denied())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> refuse(responses, response))
                        .accessDeniedHandler((request, response, e) -> responses.write(response, denied())));
        http.addFilterBefore(new IssuerAway(responses), BearerTokenAuthenticationFilter.class);
        return http.build();
    }

    private static void refuse(ProblemResponse responses, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        responses.write(response, unauthenticated());
    }

    private static Problem unauthenticated() {
        return new Problem(HttpStatus.UNAUTHORIZED, "not-signed-in", "This needs a bearer token that is valid now.");
    }

    private static Problem denied() {
        return new Problem(HttpStatus.FORBIDDEN, "not-for-role", "The token's roles do not open this door.");
    }

    private static JwtAuthenticationConverter authentication() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(jwt -> {
            var authorities = new ArrayList<GrantedAuthority>();
            Caller.claim(jwt, "roles").forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
            Caller.claim(jwt, "scope").stream() // an array, or one text with blanks (RFC 9068 §2.2.3)
                    .flatMap(scopes -> Stream.of(scopes.split(" ", -1)))
                    .forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
            return authorities;
        });
        return converter;
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
                throw unauthenticated();
            }
            try {
                return Caller.of(token.getToken());
            } catch (IllegalArgumentException e) {
                throw new Problem(
                        HttpStatus.FORBIDDEN, "unusable-token", "The token cannot be used here: " + e.getMessage());
            }
        }
    }
}
