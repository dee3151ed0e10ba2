package org.wegweis.evidence.fabric;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Set;

/**
 * Somebody whom an organisation has certified.
 *
 * @param issuers who has signed the certificate, who has signed that one's, up to the root
 * @param units the organisational units in the certificate's subject
 */
record Member(
        Organisation organisation,
        X509Certificate certificate,
        ECPublicKey key,
        List<X509Certificate> issuers,
        Set<String> units) {
    Member {
        issuers = List.copyOf(issuers);
        units = Set.copyOf(units);
    }

    X509Certificate issuer() {
        return issuers.getFirst();
    }

    String msp() {
        return organisation.msp();
    }

    boolean signed(byte[] signature, byte[]... message) {
        return Signatures.holds(key, signature, message);
    }

    /** Names may be spelled in many ways, a key cannot. */
    boolean isSameAs(Member other) {
        return key.getW().equals(other.key.getW());
    }

    /** A peer, or anybody of an organisation whose certificates do not say who is one. */
    boolean answersAsPeer() {
        return !organisation.knowsRoles() || is(Role.PEER);
    }

    boolean is(Role role) {
        return organisation.has(this, role);
    }

    /** {@code MSPRole}. */
    enum Role {
        MEMBER,
        ADMIN,
        CLIENT,
        PEER,
        ORDERER;

        static Role read(long number) {
            return switch ((int) Math.min(number, Integer.MAX_VALUE)) {
                case 0 -> MEMBER;
                case 1 -> ADMIN;
                case 2 -> CLIENT;
                case 3 -> PEER;
                case 4 -> ORDERER;
                default -> throw Broken.unreadable("role " + number);
            };
        }
    }
}
