package org.wegweis.evidence.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A time-stamp token (RFC 3161 §2.4.2, RFC 5816) in its normal form: no byte of it can be another without the token being
 * refused. What its authority sent is brought into that form once, when it arrives; nothing signed changes by it.
 *
 * <p>The normal form: DER; one signer, named by issuer and serial number; algorithm identifiers in one spelling; no
 * unsigned attributes, no revocation lists; the signer's certificate, and of the others only those that lead from it to
 * a known one. What remains is ECDSA's own: whoever has a signature can write its twin, over the same and by the same
 * key.
 */
public final class TimeStamp {
    /** Knows curves that the JDK does not, and is quicker. */
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final Map<HashAlgorithm, ASN1ObjectIdentifier> ECDSA = Map.of(
            HashAlgorithm.SHA_256, X9ObjectIdentifiers.ecdsa_with_SHA256,
            HashAlgorithm.SHA_384, X9ObjectIdentifiers.ecdsa_with_SHA384,
            HashAlgorithm.SHA_512, X9ObjectIdentifiers.ecdsa_with_SHA512);
    private static final Map<HashAlgorithm, ASN1ObjectIdentifier> RSA = Map.of(
            HashAlgorithm.SHA_256, PKCSObjectIdentifiers.sha256WithRSAEncryption,
            HashAlgorithm.SHA_384, PKCSObjectIdentifiers.sha384WithRSAEncryption,
            HashAlgorithm.SHA_512, PKCSObjectIdentifiers.sha512WithRSAEncryption);

    private final byte[] der;
    private final TimeStampToken token;
    private final Imprint imprint;
    private final HashAlgorithm signedWith;
    /** The signer's certificate, then the one that certified it, and so on. */
    private final List<X509Certificate> path;

    private TimeStamp(byte[] der) throws TSPException, CMSException, IOException {
        this.der = der;
        this.token = new TimeStampToken(new CMSSignedData(der));
        this.path = path(token);
        this.signedWith = digest(signer(token).getDigestAlgorithmID());
        var info = token.getTimeStampInfo();
        this.imprint = new Imprint(digest(info.getHashAlgorithm()), info.getMessageImprintDigest());
    }

    /**
     * Reads a token. Whom it comes from is another question: {@link #goodUntil}.
     *
     * @throws IllegalArgumentException unless it is a token in its normal form with a true signature of a certificate
     *     that is for time stamps alone and was valid then
     */
    public static TimeStamp parse(byte[] der) {
        try {
            var timeStamp = new TimeStamp(der.clone());
            var token = timeStamp.token;
            if (!Arrays.equals(normal(token, timeStamp.path), der)) {
                throw new IllegalArgumentException("not a time stamp in its normal form");
            }
            // RFC 3161 §2.3 and §2.4.2, RFC 5816: certificate named and signed, its purpose critical and the only one,
            // valid at that time; then the signature itself
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(timeStamp.signer()));
            return timeStamp;
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (TSPException | CMSException | IOException | OperatorCreationException | RuntimeException e) {
            // the last of them: whatever hostile bytes provoke in a parser
            throw new IllegalArgumentException("not a time stamp (RFC 3161)", e);
        }
    }

    /**
     * The normal form of a token as an authority sent it.
     *
     * @param anchors the known certificates; one of them must certify the signer, or be its own
     * @throws IllegalArgumentException if it is no token, or none that leads to a known certificate
     */
    public static TimeStamp normalized(byte[] token, Collection<X509Certificate> anchors) {
        try {
            var sent = new TimeStampToken(new CMSSignedData(token));
            var path = path(sent);
            int last = 0;
            while (!reaches(path.get(last), anchors)) {
                if (++last == path.size()) throw new IllegalArgumentException("of an authority that is not known");
            }
            return parse(normal(sent, path.subList(0, last + 1)));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a time stamp (RFC 3161)", e);
        }
    }

    /** DER of the {@code TimeStampToken}, a {@code ContentInfo} of CMS. */
    public byte[] der() {
        return der.clone();
    }

    public Imprint imprint() {
        return imprint;
    }

    /** What was stamped existed then. */
    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    public Instant genTime() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    public Optional<BigInteger> nonce() {
        return Optional.ofNullable(token.getTimeStampInfo().getNonce());
    }

    public X509Certificate signer() {
        return path.getFirst();
    }

    /** Whether it is over these bytes. */
    public boolean covers(byte[] bytes) {
        return imprint.equals(Imprint.of(imprint.algorithm(), bytes));
    }

    /**
     * Until when it proves anything: as long as all its certificates are valid and all its algorithms strong. Whether a
     * certificate was revoked is not asked, there is no network here.
     *
     * @param anchors known certificates, of authorities or of those who certify them
     * @return the last such moment, not before {@link #genTime}
     * @throws Untrusted unless its certificates lead to one of the anchors, all of them valid when it was made, and its
     *     algorithms were strong then
     */
    public Instant goodUntil(Collection<X509Certificate> anchors, Algorithms algorithms) {
        var certificates = new ArrayList<>(path);
        if (!anchors.contains(path.getLast())) {
            certificates.add(anchors.stream()
                    .filter(anchor -> certifies(anchor, path.getLast()))
                    .findFirst()
                    .orElseThrow(() -> new Untrusted("of an authority that is not known: " + signerName())));
        }
        requireValidPath(certificates);
        Instant until = earlier(algorithms.strongUntil(signedWith), algorithms.strongUntil(imprint.algorithm()));
        until = earlier(until, algorithms.strongUntil(signer(), signedWithPss()));
        for (int i = 0; i < certificates.size(); i++) {
            var certificate = certificates.get(i);
            if (genTime().isBefore(certificate.getNotBefore().toInstant()))
                throw new Untrusted("certificate not yet valid");
            until = earlier(until, certificate.getNotAfter().toInstant());
            // the anchor's own signature says nothing, it is known
            if (i + 1 < certificates.size()) {
                until = earlier(until, strongUntil(certificate, certificates.get(i + 1), algorithms));
            }
        }
        if (until.isBefore(genTime())) throw new Untrusted("made when its certificate or algorithms no longer counted");
        return until;
    }

    /** Whether its certificates lead to one of these; whether it is good is not asked. */
    public boolean leadsTo(Collection<X509Certificate> anchors) {
        return reaches(path.getLast(), anchors);
    }

    /** The signer's name as its certificate has it. */
    public String signerName() {
        return signer().getSubjectX500Principal().getName();
    }

    /** Why a token that is intact proves nothing here. */
    public static final class Untrusted extends RuntimeException {
        Untrusted(String message) {
            super(message);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the JDK's interface
    private void requireValidPath(List<X509Certificate> certificates) {
        if (certificates.size() == 1) return; // the known one itself
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(certificates.getLast(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(genTime()));
            var factory = CertificateFactory.getInstance("X.509", PROVIDER);
            var below = factory.generateCertPath(certificates.subList(0, certificates.size() - 1));
            CertPathValidator.getInstance("PKIX", PROVIDER).validate(below, parameters);
        } catch (GeneralSecurityException e) {
            throw new Untrusted("its certificates do not lead to a known one: " + e.getMessage());
        }
    }

    private static Instant strongUntil(X509Certificate certificate, X509Certificate issuer, Algorithms algorithms) {
        String name = certificate.getSigAlgName().replace("-", "").toUpperCase(Locale.ROOT);
        // PSS says its hash in parameters only; those who use it use what fits their key
        for (var hash : HashAlgorithm.values()) {
            if (name.startsWith(hash.text().replace("-", ""))) {
                boolean pss = name.contains("MGF1") || name.contains("PSS");
                return earlier(algorithms.strongUntil(hash), algorithms.strongUntil(issuer, pss));
            }
        }
        return Instant.MIN;
    }

    private boolean signedWithPss() {
        return signer(token)
                .toASN1Structure()
                .getDigestEncryptionAlgorithm()
                .getAlgorithm()
                .equals(PKCSObjectIdentifiers.id_RSASSA_PSS);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static boolean reaches(X509Certificate certificate, Collection<X509Certificate> anchors) {
        return anchors.contains(certificate) || anchors.stream().anyMatch(anchor -> certifies(anchor, certificate));
    }

    private static boolean certifies(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) return false;
        try {
            certificate.verify(issuer.getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The certificates of a token from its signer's upwards, as far as they are there. */
    private static List<X509Certificate> path(TimeStampToken token) throws IOException {
        var all = new ArrayList<X509Certificate>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            all.add(Certificates.parse(holder.getEncoded()));
        }
        var path = new ArrayList<X509Certificate>();
        for (var one : all) {
            if (token.getSID().match(new X509CertificateHolder(Certificates.encoded(one)))) path.add(one);
        }
        if (path.size() != 1) throw new IllegalArgumentException("needs the one certificate of its signer");
        while (true) {
            var above = all.stream()
                    .filter(one -> !path.contains(one) && certifies(one, path.getLast()))
                    .findFirst();
            if (above.isEmpty()) return path;
            path.add(above.get());
        }
    }

    private static SignerInformation signer(TimeStampToken token) {
        var all = token.toCMSSignedData().getSignerInfos().getSigners();
        if (all.size() != 1) throw new IllegalArgumentException("needs one signer, not " + all.size());
        return all.iterator().next();
    }

    private static HashAlgorithm digest(AlgorithmIdentifier identifier) {
        return HashAlgorithm.of(identifier)
                .orElseThrow(() -> new IllegalArgumentException("hash function " + identifier.getAlgorithm()));
    }

    /** The one DER form of a token with these signed attributes and these certificates. */
    private static byte[] normal(TimeStampToken token, List<X509Certificate> path) throws IOException {
        var info = signer(token).toASN1Structure();
        var attributes = info.getAuthenticatedAttributes();
        if (attributes == null) throw new IllegalArgumentException("nothing but the content is signed");
        var hash = digest(info.getDigestAlgorithm());
        var protection = protection(attributes);
        var hashIdentifier =
                protection.map(CMSAlgorithmProtection::getDigestAlgorithm).orElse(hash.identifier());
        var spelled = spelled(info.getDigestEncryptionAlgorithm(), hash);
        var signature =
                protection.map(CMSAlgorithmProtection::getSignatureAlgorithm).orElse(spelled);
        var certificates = new ASN1EncodableVector();
        for (var certificate : path) {
            certificates.add(org.bouncycastle.asn1.x509.Certificate.getInstance(Certificates.encoded(certificate)));
        }
        var signer = new X509CertificateHolder(Certificates.encoded(path.getFirst())).toASN1Structure();
        var data = new SignedData(
                new DERSet(hashIdentifier),
                new ContentInfo(PKCSObjectIdentifiers.id_ct_TSTInfo, new DEROctetString((byte[])
                        token.toCMSSignedData().getSignedContent().getContent())),
                new DERSet(certificates),
                null,
                new DERSet(new SignerInfo(
                        new SignerIdentifier(new IssuerAndSerialNumber(signer)),
                        hashIdentifier,
                        attributes,
                        signature,
                        Ecdsa.low(info.getEncryptedDigest(), signer.getSubjectPublicKeyInfo()),
                        null)));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    /** What the signer itself says of its algorithms (RFC 6211), if it does. */
    private static Optional<CMSAlgorithmProtection> protection(ASN1Set attributes) {
        for (var encodable : attributes) {
            var attribute = org.bouncycastle.asn1.cms.Attribute.getInstance(encodable);
            if (attribute.getAttrType().equals(CMSAttributes.cmsAlgorithmProtect)) {
                return Optional.of(CMSAlgorithmProtection.getInstance(
                        attribute.getAttrValues().getObjectAt(0)));
            }
        }
        return Optional.empty();
    }

    private static AlgorithmIdentifier spelled(AlgorithmIdentifier sent, HashAlgorithm hash) {
        var algorithm = sent.getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            var parameters = RSASSAPSSparams.getInstance(sent.getParameters());
            if (digest(parameters.getHashAlgorithm()) == hash) return new AlgorithmIdentifier(algorithm, parameters);
        }
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption) || algorithm.equals(RSA.get(hash))) {
            return new AlgorithmIdentifier(RSA.get(hash), DERNull.INSTANCE);
        }
        if (algorithm.equals(ECDSA.get(hash))) return new AlgorithmIdentifier(algorithm);
        throw new IllegalArgumentException("signature algorithm " + algorithm);
    }
}
