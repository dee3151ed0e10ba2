package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * Who belongs to an organisation, as the channel's configuration of a moment says. As in Fabric, a certificate that has
 * ended since still counts for what was signed with it: no block says when that was.
 */
final class Msp {
    private static final int FABRIC = 0;

    private final String id;
    private final Set<TrustAnchor> roots = new HashSet<>();
    private final List<X509Certificate> intermediates = new ArrayList<>();
    private final List<X509Certificate> admins;
    private final List<X509CRL> revoked = new ArrayList<>();
    private final FabricNodeOUs roles;
    /** What has been found out: the path of a member, from itself to below a root. */
    private final Map<ByteString, Optional<List<X509Certificate>>> paths = new HashMap<>();

    Msp(ByteString value) {
        var config = Wire.read(MSPConfig.parser(), value, "MSP");
        if (config.getType() != FABRIC) throw new WrongProof("ein MSP unbekannter Art", "an MSP of an unknown kind");
        var msp = Wire.read(FabricMSPConfig.parser(), config.getConfig(), "MSP");
        this.id = msp.getName();
        certificates(msp.getRootCertsList()).forEach(root -> roots.add(new TrustAnchor(root, null)));
        intermediates.addAll(certificates(msp.getIntermediateCertsList()));
        this.admins = certificates(msp.getAdminsList());
        this.roles = msp.getFabricNodeOus();
        for (var list : msp.getRevocationListList()) revoked.add(crl(list));
    }

    String id() {
        return id;
    }

    /**
     * The certificate of a member.
     *
     * @param pem as identities carry it
     */
    X509Certificate member(ByteString pem) {
        var path = paths.computeIfAbsent(pem, this::path);
        return path.orElseThrow(() -> new WrongProof(
                        "ein Zertifikat, das nicht zu " + id + " gehört", "a certificate that is not of " + id))
                .getFirst();
    }

    boolean isAdmin(X509Certificate member) {
        return admins.contains(member) || (roles.getEnable() && isIn(roles.getAdminOuIdentifier(), member));
    }

    boolean isPeer(X509Certificate member) {
        return roles.getEnable() && isIn(roles.getPeerOuIdentifier(), member);
    }

    boolean isClient(X509Certificate member) {
        return roles.getEnable() && isIn(roles.getClientOuIdentifier(), member);
    }

    boolean isOrderer(X509Certificate member) {
        return roles.getEnable() && isIn(roles.getOrdererOuIdentifier(), member);
    }

    /** Whether a member bears that organisational unit, given by the certificate's issuer if one is named. */
    private boolean isIn(FabricOUIdentifier unit, X509Certificate member) {
        String name = unit.getOrganizationalUnitIdentifier();
        if (name.isEmpty() || !units(member).contains(name)) return false;
        if (unit.getCertificate().isEmpty()) return true;
        var issuer = certificate(unit.getCertificate());
        return issuer.getSubjectX500Principal().equals(member.getIssuerX500Principal()) && isSignedBy(member, issuer);
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Set<String> units(X509Certificate certificate) {
        try {
            var units = new HashSet<String>();
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("OU")) units.add(String.valueOf(part.getValue()));
            }
            return units;
        } catch (InvalidNameException _) {
            return Set.of();
        }
    }

    private Optional<List<X509Certificate>> path(ByteString pem) {
        var certificate = certificate(pem);
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate);
            var parameters = new PKIXBuilderParameters(roots, target);
            parameters.setRevocationEnabled(false); // the organisation's own lists count, below
            parameters.setDate(Date.from(certificate.getNotBefore().toInstant().plusSeconds(1)));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(intermediates)));
            var found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            var path = found.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            // a CA is no identity
            if (path.isEmpty()
                    || certificate.getBasicConstraints() >= 0
                    || path.stream().anyMatch(this::isRevoked)) {
                return Optional.empty();
            }
            return Optional.of(path);
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private boolean isRevoked(X509Certificate certificate) {
        BigInteger serial = certificate.getSerialNumber();
        return revoked.stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .anyMatch(list -> list.getRevokedCertificate(serial) != null);
    }

    private static List<X509Certificate> certificates(List<ByteString> pems) {
        return pems.stream().map(Msp::certificate).toList();
    }

    private static X509Certificate certificate(ByteString pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.toByteArray()));
        } catch (GeneralSecurityException _) {
            throw new WrongProof("nicht lesbar: ein Zertifikat", "unreadable: a certificate");
        }
    }

    private static X509CRL crl(ByteString pem) {
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pem.toByteArray()));
        } catch (GeneralSecurityException _) {
            throw new WrongProof("nicht lesbar: eine Sperrliste", "unreadable: a revocation list");
        }
    }
}
