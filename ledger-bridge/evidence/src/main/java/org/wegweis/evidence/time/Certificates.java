package org.wegweis.evidence.time;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** X.509 certificates as bytes and text. */
public final class Certificates {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private Certificates() {}

    /** @throws IllegalArgumentException unless the bytes are one certificate in DER and nothing else */
    public static X509Certificate parse(byte[] der) {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509", TimeStamp.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(der));
            if (certificate != null && Arrays.equals(certificate.getEncoded(), der)) return certificate;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
        throw new IllegalArgumentException("not a certificate");
    }

    /**
     * Every certificate of a PEM text (RFC 7468); whatever stands between them is let go.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<X509Certificate> pem(String text) {
        var all = PEM.matcher(text)
                .results()
                .map(found -> parse(Base64.getMimeDecoder().decode(found.group(1))))
                .toList();
        if (all.isEmpty()) throw new IllegalArgumentException("no certificate in PEM");
        return all;
    }

    /** DER. */
    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
