package org.wegweis.evidence.fabric;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.wegweis.evidence.fabric.Member.Role;

/**
 * An organisation of a channel and whom it certifies: {@code msp.FabricMSPConfig}. Certificates are judged as of the second
 * after they begin, as Fabric does: a block has no time that one could believe, and an endorsement does not fall when
 * the certificate ends. Whoever is revoked in the channel's config counts for nothing in any block that it governs.
 */
final class Organisation {
    private final String msp;
    private final byte[] config;
    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;
    private final List<X509Certificate> admins;
    private final List<X509CRL> revoked;
    private final List<Unit> demanded;
    private final Map<Role, Unit> roles;
    /** Answers, by identity. */
    private final Map<String, Member> known = new HashMap<>();

    /** An organisational unit, and who must have certified it; empty: whoever. */
    private record Unit(String name, Optional<X509Certificate> issuer) {
        static Unit read(byte[] bytes) {
            var unit = Message.read(bytes, 1, 2);
            return new Unit(unit.text(2), unit.optional(1).map(Pem::certificate));
        }

        boolean has(Member member) {
            return member.units().contains(name) && isIssuedFor(member);
        }

        boolean isIssuedFor(Member member) {
            return issuer.isEmpty() || issuer.get().equals(member.issuer());
        }
    }

    private Organisation(byte[] config, Message fields) {
        this.config = config;
        this.msp = fields.text(1);
        this.roots = certificates(fields, 2);
        this.intermediates = certificates(fields, 3);
        this.admins = certificates(fields, 4);
        this.revoked = fields.all(5).stream().map(Organisation::revocationList).toList();
        this.demanded = fields.all(7).stream().map(Unit::read).toList();
        this.roles = roles(fields);
        if (msp.isEmpty() || roots.isEmpty()) throw Broken.unreadable("an organisation without name or root");
        var hashes = Message.read(fields.bytes(8), 1, 2);
        if (!hashes.text(1).equals("SHA2")) throw Broken.unreadable("signatures of " + msp + " not with SHA-256");
    }

    /**
     * Reads an organisation.
     *
     * @param config {@code msp.MSPConfig}
     */
    static Organisation read(byte[] config) {
        var outer = Message.read(config, 1, 2);
        if (outer.number(1) != 0) throw Broken.unreadable("an organisation without certificates");
        return new Organisation(config, Message.read(outer.bytes(2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    private static Map<Role, Unit> roles(Message fields) {
        var ous = Message.read(fields.bytes(11), 1, 2, 3, 4, 5);
        if (!ous.flag(1)) return Map.of();
        var roles = new EnumMap<Role, Unit>(Role.class);
        ous.optional(2).ifPresent(unit -> roles.put(Role.CLIENT, Unit.read(unit)));
        ous.optional(3).ifPresent(unit -> roles.put(Role.PEER, Unit.read(unit)));
        ous.optional(4).ifPresent(unit -> roles.put(Role.ADMIN, Unit.read(unit)));
        ous.optional(5).ifPresent(unit -> roles.put(Role.ORDERER, Unit.read(unit)));
        if (roles.isEmpty()) throw Broken.unreadable("roles without units");
        return roles;
    }

    String msp() {
        return msp;
    }

    boolean isSameAs(Organisation other) {
        return Arrays.equals(config, other.config);
    }

    /** Whether its certificates say who is a peer. */
    boolean knowsRoles() {
        return !roles.isEmpty();
    }

    /**
     * Whose certificate that is.
     *
     * @param pem as in {@code msp.SerializedIdentity}
     * @throws Broken if it is none of its own
     */
    Member member(byte[] pem) {
        return known.computeIfAbsent(HexFormat.of().formatHex(pem), _ -> judged(Pem.certificate(pem)));
    }

    private Member judged(X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) throw unknown(certificate, "is one for certifying");
        var path = path(certificate);
        requireValid(path);
        for (int i = 0; i + 1 < path.size(); i++) requireNotRevoked(path.get(i), path.get(i + 1));
        var member = new Member(
                this,
                certificate,
                Signatures.key(certificate.getPublicKey().getEncoded()),
                List.copyOf(path.subList(1, path.size())),
                units(certificate));
        if (!demanded.isEmpty() && demanded.stream().noneMatch(unit -> unit.has(member))) {
            throw unknown(certificate, "is of none of its units");
        }
        if (knowsRoles()) requireOneRole(member);
        return member;
    }

    private void requireOneRole(Member member) {
        var its = roles.values().stream()
                .filter(unit -> member.units().contains(unit.name()))
                .toList();
        if (its.size() != 1 || !its.getFirst().isIssuedFor(member)) {
            throw unknown(member.certificate(), "has not exactly one role");
        }
    }

    boolean has(Member member, Role role) {
        return switch (role) {
            case MEMBER -> true;
            case ADMIN -> admins.contains(member.certificate()) || isOfUnit(member, role);
            case CLIENT, PEER, ORDERER -> isOfUnit(member, role);
        };
    }

    private boolean isOfUnit(Member member, Role role) {
        var unit = roles.get(role);
        return unit != null && member.units().contains(unit.name());
    }

    /** From the certificate up to a root. Who certifies others below in the tree certifies no identities. */
    private List<X509Certificate> path(X509Certificate certificate) {
        var path = new ArrayList<>(List.of(certificate));
        while (!roots.contains(path.getLast())) {
            var last = path.getLast();
            var above = new ArrayList<>(roots);
            above.addAll(intermediates);
            var issuers = above.stream()
                    .filter(issuer -> isSignedBy(last, issuer))
                    .distinct()
                    .toList();
            if (issuers.size() != 1 || path.contains(issuers.getFirst())) {
                throw unknown(certificate, "does not lead to one of its roots");
            }
            path.add(issuers.getFirst());
        }
        if (path.size() < 2 || intermediates.stream().anyMatch(below -> isSignedBy(below, path.get(1)))) {
            throw unknown(certificate, "does not come from where its identities come from");
        }
        return path;
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) return false;
        if (certificate.equals(issuer)) return false;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @SuppressWarnings("JavaUtilDate") // the JDK's interface
    private void requireValid(List<X509Certificate> path) {
        var certificate = path.getFirst();
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(path.getLast(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(certificate.getNotBefore().toInstant().plusSeconds(1)));
            var below = CertificateFactory.getInstance("X.509").generateCertPath(path.subList(0, path.size() - 1));
            CertPathValidator.getInstance("PKIX").validate(below, parameters);
        } catch (GeneralSecurityException e) {
            throw unknown(certificate, "does not lead to one of its roots: " + e.getMessage());
        }
    }

    private void requireNotRevoked(X509Certificate certificate, X509Certificate issuer) {
        for (var list : revoked) {
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) continue;
            if (list.getRevokedCertificate(certificate.getSerialNumber()) == null) continue;
            try {
                list.verify(issuer.getPublicKey());
            } catch (GeneralSecurityException _) {
                continue; // of another one of that name
            }
            throw new Broken(
                    "ein Zertifikat von %s ist gesperrt".formatted(msp),
                    "a certificate of %s is revoked".formatted(msp));
        }
    }

    private Broken unknown(X509Certificate certificate, String why) {
        String name = certificate.getSubjectX500Principal().getName();
        return new Broken(
                "das Zertifikat %s ist keines von %s (%s)".formatted(name, msp, why),
                "the certificate %s is none of %s (it %s)".formatted(name, msp, why));
    }

    private static Set<String> units(X509Certificate certificate) {
        var units = new TreeSet<String>();
        try {
            var name =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            for (var rdn : name.getRDNs(BCStyle.OU)) {
                for (var one : rdn.getTypesAndValues()) {
                    if (one.getType().equals(BCStyle.OU)) units.add(IETFUtils.valueToString(one.getValue()));
                }
            }
        } catch (RuntimeException _) {
            // whatever hostile bytes provoke in a parser
            throw Broken.unreadable("a certificate's subject");
        }
        return units;
    }

    private static List<X509Certificate> certificates(Message fields, int field) {
        return fields.all(field).stream().map(Pem::certificate).toList();
    }

    private static X509CRL revocationList(byte[] pem) {
        try (var in = new ByteArrayInputStream(pem)) {
            var factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCRL(in) instanceof X509CRL list && in.available() == 0) return list;
        } catch (GeneralSecurityException | IOException | RuntimeException _) {
            // refused below
        }
        throw Broken.unreadable("a revocation list");
    }
}
