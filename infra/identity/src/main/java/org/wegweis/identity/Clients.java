package org.wegweis.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Who may ask for tokens: the console in a browser, mobile-api, and every person as a client of their own, so that
 * scripts and ERP systems get a token with one call (client_credentials, RFC 6749 §4.4).
 */
final class Clients implements RegisteredClientRepository {
    static final String CONSOLE = "console";
    static final String MOBILE_API = "mobile-api";

    private final People people;
    private final TokenSettings tokens;
    private final RegisteredClient console;
    private final RegisteredClient mobileApi;

    Clients(People people, IdentitySettings settings, PasswordEncoder passwords) {
        this.people = people;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokensLive())
                .build();
        this.console = RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.console() + "/")
                .postLogoutRedirectUri(settings.console() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens)
                .build();
        this.mobileApi = RegisteredClient.withId(MOBILE_API)
                .clientId(MOBILE_API)
                .clientSecret(passwords.encode(settings.mobileApiSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("statements")
                .tokenSettings(tokens)
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return switch (clientId) {
            case CONSOLE -> console;
            case MOBILE_API -> mobileApi;
            default -> people.find(clientId).map(this::client).orElse(null);
        };
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    private RegisteredClient client(Person person) {
        return RegisteredClient.withId(person.signInName())
                .clientId(person.signInName())
                .clientSecret(person.passwordHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }

    /** Clients are not registered by protocol. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are people; enter a person");
    }
}
