package org.wegweis.evidence.fabric;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Certificates as Fabric writes them: one in a PEM text (RFC 7468), and nothing around it but the end of a line. */
final class Pem {
    private static final Pattern ONE = Pattern.compile(
            "-----BEGIN CERTIFICATE-----\r?\n((?:[A-Za-z0-9+/=]{1,76}\r?\n)+)-----END CERTIFICATE-----(?:\r?\n)?");

    private Pem() {}

    static X509Certificate certificate(byte[] pem) {
        var text = ONE.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (text.matches()) {
            try {
                byte[] der = Base64.getDecoder().decode(text.group(1).replaceAll("[\r\n]", ""));
                var factory = CertificateFactory.getInstance("X.509");
                if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate
                        && Arrays.equals(certificate.getEncoded(), der)) {
                    return certificate;
                }
            } catch (CertificateException | RuntimeException _) {
                // refused below
            }
        }
        throw Broken.unreadable("a certificate");
    }
}
