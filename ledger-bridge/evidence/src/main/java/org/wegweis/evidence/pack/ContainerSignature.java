package org.wegweis.evidence.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.wegweis.evidence.time.Ecdsa;
import org.wegweis.kernel.record.Hash;

/** The signature over a container: CMS with one P-256 signer (CAdES baseline B, ETSI EN 319 122-1). */
public final class ContainerSignature {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private ContainerSignature() {}

    /**
     * The certificate (X.509, DER) of whoever signed a container; whether to trust it is another question.
     *
     * @return empty unless the signature covers exactly the parts that are there
     */
    public static Optional<byte[]> signer(Container container) {
        byte[] listed = container.parts().get(Container.ASIC_MANIFEST);
        byte[] signature = container.parts().get(Container.SIGNATURE);
        if (listed == null
                || signature == null
                || !Arrays.equals(listed, AsicManifest.ofSignature(container.parts()))) {
            return Optional.empty();
        }
        try {
            var signed = new CMSSignedData(new CMSProcessableByteArray(listed), signature);
            // what the signature does not cover must not vary either
            if (!Arrays.equals(canonical(signed), signature)) return Optional.empty();
            var certificate = new JcaX509CertificateConverter().getCertificate(certificate(signed));
            var signer = onlySigner(signed);
            boolean holds = names(certificate, signer)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return holds ? Optional.of(encoded(certificate)) : Optional.empty();
        } catch (CMSException | OperatorCreationException | CertificateException e) {
            return Optional.empty();
        }
    }

    /** The one DER form of a signature with these signed attributes. */
    static byte[] canonical(CMSSignedData signed) {
        var certificate = certificate(signed).toASN1Structure();
        var signer = onlySigner(signed).toASN1Structure();
        var info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate)),
                SHA256,
                signer.getAuthenticatedAttributes(),
                ECDSA,
                Ecdsa.low(signer.getEncryptedDigest(), certificate.getSubjectPublicKeyInfo()),
                null);
        var data = new SignedData(
                new DERSet(SHA256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificate),
                null,
                new DERSet(info));
        try {
            return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** The signed reference to the certificate, against exchanging it (RFC 5035). */
    private static boolean names(X509Certificate certificate, SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var attribute = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null || attribute.getAttributeValues().length != 1) return false;
        var references = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts();
        return references.length == 1
                && references[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(
                        references[0].getCertHash(),
                        Hash.sha256(encoded(certificate)).bytes());
    }

    private static X509CertificateHolder certificate(CMSSignedData signed) {
        var all = signed.getCertificates().getMatches(null);
        if (all.size() != 1) throw new IllegalArgumentException("needs one certificate, not " + all.size());
        return all.iterator().next();
    }

    private static SignerInformation onlySigner(CMSSignedData signed) {
        var all = signed.getSignerInfos().getSigners();
        if (all.size() != 1) throw new IllegalArgumentException("needs one signer, not " + all.size());
        return all.iterator().next();
    }
}
