package org.wegweis.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.record.Actor.Role;

/** Spring Authorization Server over our people. */
@Configuration(proxyBeanMethods = false)
class Provider {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .cors(Customizer.withDefaults())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        http.securityMatcher("/login", "/logout")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; style-src 'self'; frame-ancestors 'none'")))
                .formLogin(form -> form.loginPage("/login"));
        return http.build();
    }

    @Bean
    FilterRegistrationBean<Throttle> throttle(InstantSource clock) {
        var registration = new FilterRegistrationBean<>(new Throttle(clock));
        registration.addUrlPatterns(Throttle.SIGN_IN, Throttle.TOKEN);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // before anybody's password is looked at
        return registration;
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(IdentitySettings settings) {
        var console = new CorsConfiguration();
        console.setAllowedOrigins(List.of(settings.console().toString()));
        console.setAllowedMethods(List.of("GET", "POST"));
        console.setAllowedHeaders(List.of("*"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/.well-known/**", console);
        source.registerCorsConfiguration("/oauth2/**", console);
        source.registerCorsConfiguration("/userinfo", console);
        return source;
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(People people) {
        return name -> people.find(name)
                .map(person -> User.withUsername(person.signInName())
                        .password(person.passwordHash())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("nobody of that name"));
    }

    @Bean
    RegisteredClientRepository clients(People people, IdentitySettings settings, PasswordEncoder passwords) {
        return new Clients(people, settings, passwords);
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new Authorizations();
    }

    @Bean
    AuthorizationServerSettings serverSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(@Value("${wegweis.keys}") Path folder) throws IOException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(folder)));
    }

    /** What the doors read in a token (DESIGN §8), in access and ID tokens alike. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
        return context -> {
            var who = context.getPrincipal();
            if (who == null) return;
            people.find(who.getName())
                    .ifPresent(person -> context.getClaims()
                            .subject(person.id().toString())
                            .claim("preferred_username", person.signInName())
                            .claim("organisation", person.organisation().toString())
                            .claim(
                                    "roles",
                                    person.roles().stream()
                                            .map(Role::text)
                                            .sorted()
                                            .toList())
                            .claim(
                                    "jurisdiction",
                                    person.jurisdiction().stream()
                                            .map(Land::name)
                                            .sorted()
                                            .toList()));
        };
    }
}
