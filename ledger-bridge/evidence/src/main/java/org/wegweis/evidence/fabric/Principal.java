package org.wegweis.evidence.fabric;

import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import org.wegweis.evidence.fabric.Member.Role;
import org.wegweis.kernel.record.Hash;

/** Whom a policy means: {@code common.MSPPrincipal}. */
sealed interface Principal {

    boolean means(Member member);

    /** Everybody of an organisation in that role. */
    record OfRole(String msp, Role role) implements Principal {
        @Override
        public boolean means(Member member) {
            return member.msp().equals(msp) && member.is(role);
        }
    }

    /**
     * Everybody of an organisation's unit.
     *
     * @param certifiers SHA-256 over the certificates from the issuer's up to the root
     */
    record OfUnit(String msp, String unit, byte[] certifiers) implements Principal {
        @Override
        public boolean means(Member member) {
            return member.msp().equals(msp)
                    && member.units().contains(unit)
                    && Arrays.equals(certifiersOf(member), certifiers);
        }

        private static byte[] certifiersOf(Member member) {
            var encoded = new byte[member.issuers().size()][];
            for (int i = 0; i < encoded.length; i++) {
                try {
                    encoded[i] = member.issuers().get(i).getEncoded();
                } catch (CertificateEncodingException _) {
                    throw Broken.unreadable("a certificate");
                }
            }
            return Hash.sha256(encoded).bytes();
        }
    }

    /** One alone. */
    record One(String msp, byte[] pem) implements Principal {
        @Override
        public boolean means(Member member) {
            return member.msp().equals(msp) && Pem.certificate(pem).equals(member.certificate());
        }
    }

    static Principal read(byte[] bytes) {
        var principal = Message.read(bytes, 1, 2);
        byte[] who = principal.bytes(2);
        return switch ((int) Math.min(principal.number(1), Integer.MAX_VALUE)) {
            case 0 -> {
                var role = Message.read(who, 1, 2);
                yield new OfRole(role.text(1), Role.read(role.number(2)));
            }
            case 1 -> {
                var unit = Message.read(who, 1, 2, 3);
                yield new OfUnit(unit.text(1), unit.text(2), unit.bytes(3));
            }
            case 2 -> {
                var identity = Message.read(who, 1, 2);
                yield new One(identity.text(1), identity.bytes(2));
            }
            default -> throw Broken.unreadable("a policy that means somebody in another way than by certificate");
        };
    }
}
