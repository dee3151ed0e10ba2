package org.wegweis.evidence.fabric;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.Ecdsa;

/** An organisation's certification authority, with the keys of all whom it certifies. */
@SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
public final class TestCertifier {
    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEARS = Duration.ofDays(3_650);

    private final String msp;
    private final String name;
    private final Optional<TestCertifier> above;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /** Somebody with a key. */
    public record Identity(String msp, X509Certificate certificate, PrivateKey key) {
        public byte[] pem() {
            return TestCertifier.pem(certificate);
        }

        public byte[] serialized() {
            return new Written()
                    .bytes(1, msp.getBytes(StandardCharsets.UTF_8))
                    .bytes(2, pem())
                    .bytes();
        }

        public byte[] sign(byte[]... message) {
            try {
                var signing = Signature.getInstance("SHA256withECDSA");
                signing.initSign(key);
                for (byte[] part : message) signing.update(part);
                var info = SubjectPublicKeyInfo.getInstance(
                        certificate.getPublicKey().getEncoded());
                return Ecdsa.low(new DEROctetString(signing.sign()), info).getOctets();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    TestCertifier(String msp) {
        this(msp, "ca." + msp, Optional.empty());
    }

    private TestCertifier(String msp, String name, Optional<TestCertifier> above) {
        this.msp = msp;
        this.name = name;
        this.above = above;
        this.keys = pair();
        this.certificate =
                above.orElse(this).certificate("CN=" + name, keys.getPublic(), true, FOUNDED, FOUNDED.plus(YEARS));
    }

    /** An intermediate authority of the same organisation. */
    TestCertifier below() {
        return new TestCertifier(msp, "intermediate." + msp, Optional.of(this));
    }

    Optional<TestCertifier> above() {
        return above;
    }

    public String msp() {
        return msp;
    }

    byte[] pem() {
        return pem(certificate);
    }

    byte[] der() {
        return Certificates.encoded(certificate);
    }

    /** As if it took part itself. */
    Identity itself() {
        return new Identity(msp, certificate, keys.getPrivate());
    }

    /** @param unit {@code peer}, {@code orderer}, {@code client} or {@code admin} */
    public Identity issue(String name, String unit) {
        return issue(name, unit, YEARS);
    }

    /** @param validFor from 2026 on */
    public Identity issue(String name, String unit, Duration validFor) {
        var pair = pair();
        String subject = "CN=" + name + "." + msp + ",OU=" + unit;
        return new Identity(
                msp, certificate(subject, pair.getPublic(), false, FOUNDED, FOUNDED.plus(validFor)), pair.getPrivate());
    }

    /** The list of those who are revoked, as it stands in a config. */
    byte[] revocationList(List<Identity> revoked) {
        try {
            var list = new X509v2CRLBuilder(new X500Name("CN=" + name), Date.from(FOUNDED));
            for (var identity : revoked) {
                list.addCRLEntry(identity.certificate().getSerialNumber(), Date.from(FOUNDED), CRLReason.keyCompromise);
            }
            return pem(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private X509Certificate certificate(String subject, PublicKey key, boolean certifies, Instant from, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Name("CN=" + name),
                            new BigInteger(100, new SecureRandom()),
                            Date.from(from),
                            Date.from(until),
                            new X500Name(subject),
                            key)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(certifies))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(
                                    certifies ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return Certificates.parse(builder.build(signer).getEncoded());
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] pem(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("\r", "").getBytes(StandardCharsets.US_ASCII);
    }
}
