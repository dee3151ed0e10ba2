package org.wegweis.evidence.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.wegweis.kernel.record.Hash;

/** The operator's key (P-256) and certificate, with which packages are signed (CAdES baseline B). */
public final class OperatorSeal {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int YEARS = 10;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private OperatorSeal(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * A new key with a certificate that it signed itself, valid for 10 years.
     *
     * @param operator the organisation's name
     */
    @SuppressWarnings("JavaUtilDate") // BouncyCastle's interface
    public static OperatorSeal generate(String operator, Instant from, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.O, operator)
                    .addRDN(BCStyle.CN, operator + " evidence seal")
                    .build();
            var holder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(127, random).setBit(126),
                            Date.from(from),
                            Date.from(from.plus(YEARS * 365L, ChronoUnit.DAYS)),
                            name,
                            pair.getPublic())
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate()));
            return of(pair.getPrivate().getEncoded(), holder.getEncoded());
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
    public static OperatorSeal of(byte[] privateKey, byte[] certificate) {
        try {
            var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            var x509 =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            return new OperatorSeal(key, (X509Certificate) x509);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a seal's key and certificate", e);
        }
    }

    /** PKCS #8, to keep under lock. */
    public byte[] privateKey() {
        return key.getEncoded();
    }

    /** X.509, DER. */
    public byte[] certificate() {
        return ContainerSignature.encoded(certificate);
    }

    /** Signs bytes that stand elsewhere. */
    @SuppressWarnings({"JavaUtilDate", "JdkObsolete"}) // BouncyCastle's interface
    byte[] sign(byte[] content, Instant at) {
        try {
            var attributes = new Hashtable<ASN1ObjectIdentifier, Attribute>();
            attributes.put(
                    CMSAttributes.signingTime,
                    new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            var reference = new ESSCertIDv2(Hash.sha256(certificate()).bytes());
            attributes.put(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            new DERSet(new SigningCertificateV2(reference))));
            var generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(key), certificate));
            return ContainerSignature.canonical(generator.generate(new CMSProcessableByteArray(content), false));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException("this Java platform cannot sign with P-256", e);
        }
    }
}
