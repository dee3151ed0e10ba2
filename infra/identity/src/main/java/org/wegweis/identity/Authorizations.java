package org.wegweis.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The authorizations that are under way. Access tokens speak for themselves (JWT), so that forgetting the oldest of
 * many, or all at a restart, at worst makes somebody sign in again.
 */
final class Authorizations implements OAuth2AuthorizationService {
    private static final int MOST = 1_000;

    private final Map<String, OAuth2Authorization> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2Authorization> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        kept.put(authorization.getId(), authorization);
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        kept.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return kept.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kept.values().stream()
                .filter(authorization ->
                        authorization.getToken(token) != null || token.equals(authorization.getAttribute("state")))
                .findFirst()
                .orElse(null);
    }
}
