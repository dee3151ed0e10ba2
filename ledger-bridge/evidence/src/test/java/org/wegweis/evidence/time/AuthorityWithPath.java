package org.wegweis.evidence.time;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority as they are elsewhere: certified by a certification authority that is certified by a root. */
final class AuthorityWithPath {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What its certificate is for; the right one is that of a time-stamping authority, critical and alone. */
    KeyPurposeId[] purposes = {KeyPurposeId.id_kp_timeStamping};

    boolean critical = true;
    Duration validFor = Duration.ofDays(1000);
    boolean intermediateMayCertify = true;
    String signature = "SHA256withECDSA";
    AlgorithmParameterSpec key = new ECGenParameterSpec("secp256r1");
    String keyKind = "EC";
    /** What else it sends along. */
    List<X509Certificate> more = List.of();

    private final Map<String, X509Certificate> certificates = new HashMap<>();

    /** Once a token was made. */
    X509Certificate root() {
        return Objects.requireNonNull(certificates.get("root"));
    }

    /** Once a token was made. */
    X509Certificate own() {
        return Objects.requireNonNull(certificates.get("authority"));
    }

    static AuthorityWithPath usual() {
        return new AuthorityWithPath();
    }

    static AuthorityWithPath rsa(String signature) {
        var authority = new AuthorityWithPath();
        authority.keyKind = "RSA";
        authority.key = new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
        authority.signature = signature;
        return authority;
    }

    /** A token over these bytes, as it comes from the wire, with the whole path. */
    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    byte[] token(byte[] bytes) throws Exception {
        var rootKey = pair("EC", new ECGenParameterSpec("secp256r1"));
        var intermediateKey = pair("EC", new ECGenParameterSpec("secp256r1"));
        var ownKey = pair(keyKind, key);
        var root = certificate("root", rootKey, "root", rootKey, true, Duration.ofDays(9000));
        var intermediate = certificate(
                "intermediate", intermediateKey, "root", rootKey, intermediateMayCertify, Duration.ofDays(5000));
        var own = certificate("authority", ownKey, "intermediate", intermediateKey, false, validFor);
        var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(TimeStamp.PROVIDER)
                .build(signature, ownKey.getPrivate(), own);
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var generator = new TimeStampTokenGenerator(
                signer, digests.get(HashAlgorithm.SHA_256.identifier()), new ASN1ObjectIdentifier("1.2.3.4"), true);
        var sent = new ArrayList<>(List.of(root, own, intermediate));
        sent.addAll(more);
        generator.addCertificates(new JcaCertStore(sent));
        var queries = new TimeStampRequestGenerator();
        queries.setCertReq(true);
        var query = queries.generate(HashAlgorithm.SHA_256.identifier(), HashAlgorithm.SHA_256.hash(bytes));
        return generator.generate(query, BigInteger.TWO, Date.from(NOON)).getEncoded();
    }

    private static KeyPair pair(String kind, AlgorithmParameterSpec parameters) throws Exception {
        var generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(parameters, new SecureRandom());
        return generator.generateKeyPair();
    }

    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    private X509Certificate certificate(
            String subject, KeyPair pair, String issuer, KeyPair issuerKey, boolean mayCertify, Duration validFor)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=" + issuer),
                        new BigInteger(64, new SecureRandom()),
                        Date.from(NOON.minus(Duration.ofDays(1))),
                        Date.from(NOON.plus(validFor)),
                        new X500Name("CN=" + subject),
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(mayCertify))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(mayCertify ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (subject.equals("authority")) {
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate());
        var certificate = Certificates.parse(builder.build(signer).getEncoded());
        certificates.put(subject, certificate);
        return certificate;
    }
}
