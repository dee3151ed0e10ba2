package org.wegweis.evidence.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Time stamps from our own clock under our own key (P-256), so that everything works where nobody has an authority yet.
 * They prove nothing against whoever runs it, and its certificate says so by name. What is asked with a hash function is
 * signed with the same one.
 */
public final class TestAuthority implements TimeStampAuthority {
    /** In every token, for whoever reads it. Letters that every program shows. */
    public static final String NAME = "Wegweis Testzeitstempel (nicht unabhaengig / not independent)";

    /** Under which conditions tokens are given: the example arc of RFC 5612, since there are none. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1");

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final InstantSource clock;
    private final SecureRandom random;

    private TestAuthority(PrivateKey key, X509Certificate certificate, InstantSource clock, SecureRandom random) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
        this.random = random;
    }

    /** A new key with a certificate that it signed itself, valid from now on. */
    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    public static TestAuthority generate(Duration validFor, InstantSource clock, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=" + NAME);
            Instant from = clock.instant();
            var holder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, random).setBit(126),
                            Date.from(from),
                            Date.from(from.plus(validFor)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            return of(pair.getPrivate().getEncoded(), holder.getEncoded(), clock, random);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java platform cannot make a P-256 certificate", e);
        }
    }

    /**
     * A key that was kept.
     *
     * @param privateKey PKCS #8
     * @param certificate X.509, DER
     * @throws IllegalArgumentException if they are not readable
     */
    public static TestAuthority of(byte[] privateKey, byte[] certificate, InstantSource clock, SecureRandom random) {
        try {
            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            return new TestAuthority(key, Certificates.parse(certificate), clock, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key", e);
        }
    }

    /** PKCS #8, to keep under lock. */
    public byte[] privateKey() {
        return key.getEncoded();
    }

    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public List<X509Certificate> anchors() {
        return List.of(certificate);
    }

    @Override
    public boolean independent() {
        return false;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer stamp(Imprint imprint) {
        var queries = new TimeStampRequestGenerator();
        queries.setCertReq(true);
        try {
            var query = queries.generate(imprint.algorithm().identifier(), imprint.value());
            return new Answer.Stamped(
                    TimeStamp.normalized(token(query, imprint.algorithm()).getEncoded(), anchors()));
        } catch (TSPException | IOException | IllegalArgumentException e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Answers a query as it comes over a wire (RFC 3161 §2.4), with a token or with what is wrong about the query.
     *
     * @param query DER of a {@code TimeStampReq}
     * @return DER of a {@code TimeStampResp}
     */
    public byte[] answer(byte[] query) {
        try {
            return answered(query).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } catch (TSPException e) {
            throw new IllegalStateException("a refusal cannot be written", e);
        }
    }

    private TimeStampResponse answered(byte[] query) throws TSPException, IOException {
        TimeStampRequest request;
        try {
            request = new TimeStampRequest(query);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return refusal(PKIFailureInfo.badDataFormat, "not a time-stamp query");
        }
        try {
            var hash = HashAlgorithm.of(request.getMessageImprintAlgID()).orElse(null);
            if (hash == null) return refusal(PKIFailureInfo.badAlg, "hash functions here: SHA-256, SHA-384, SHA-512");
            request.validate(Set.of(hash.identifier().getAlgorithm()), Set.of(POLICY), Set.of());
            return new TimeStampResponse(new TimeStampResp(
                    new PKIStatusInfo(PKIStatus.granted),
                    token(request, hash).toCMSSignedData().toASN1Structure()));
        } catch (TSPValidationException e) {
            return refusal(e.getFailureCode(), String.valueOf(e.getMessage()));
        }
    }

    private static TimeStampResponse refusal(int failure, String why) throws TSPException {
        return new TimeStampResponseGenerator(null, Set.of()).generateFailResponse(PKIStatus.REJECTION, failure, why);
    }

    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    private TimeStampToken token(TimeStampRequest request, HashAlgorithm hash) throws TSPException {
        Instant now = clock.instant();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new TSPValidationException("the certificate has expired", PKIFailureInfo.timeNotAvailable);
        }
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var attributes = new DefaultSignedAttributeTableGenerator();
            var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                    // the time is in the content; BouncyCastle would read a clock of its own for this one
                    .setSignedAttributeGenerator(
                            known -> attributes.getAttributes(known).remove(CMSAttributes.signingTime))
                    .build(hash.name().replace("_", "") + "withECDSA", key, certificate);
            var generator = new TimeStampTokenGenerator(signer, digests.get(hash.identifier()), POLICY);
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator.generate(request, new BigInteger(127, random).setBit(126), Date.from(now));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java platform cannot sign with P-256", e);
        }
    }
}
