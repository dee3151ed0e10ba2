/**
 * The standalone's identity provider: people with an organisation and roles, and the tokens that say so. Production
 * brings its own. Door: {@link org.wegweis.identity.IdentityProvider}.
 */
@NullMarked
package org.wegweis.identity;

import org.jspecify.annotations.NullMarked;
