package org.wegweis.mobile.device;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Optional;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Hash;

/**
 * A phone's key, and for whom it signs.
 *
 * @param thumbprint RFC 7638, SHA-256
 * @param subject the person who enrolled it, as the issuer names them
 * @param revokedAt from then on nothing it signed is taken
 */
public record Device(
        Hash thumbprint,
        ECKey key,
        String name,
        OrganisationId organisation,
        String subject,
        String signInName,
        Instant enrolledAt,
        Optional<Instant> revokedAt) {}
