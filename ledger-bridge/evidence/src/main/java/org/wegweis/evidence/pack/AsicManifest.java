package org.wegweis.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.wegweis.kernel.record.Hash;

/**
 * {@code META-INF/ASiCManifest.xml} (ETSI EN 319 162-1 §A.4): the list that the container's signature covers. It
 * follows from the parts, so a verifier makes it anew instead of reading XML.
 */
final class AsicManifest {
    private AsicManifest() {}

    static byte[] of(Map<String, byte[]> parts) {
        var xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\"");
        xml.append(" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">\n");
        xml.append("<asic:SigReference URI=\"").append(Container.SIGNATURE);
        xml.append("\" MimeType=\"application/pkcs7-signature\"/>\n");
        parts.forEach((name, bytes) -> {
            if (name.startsWith("META-INF/")) return;
            xml.append("<asic:DataObjectReference URI=\"").append(name);
            xml.append("\" MimeType=\"").append(mediaType(name)).append("\">");
            xml.append("<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>");
            xml.append(Base64.getEncoder().encodeToString(Hash.sha256(bytes).bytes()));
            xml.append("</ds:DigestValue></asic:DataObjectReference>\n");
        });
        xml.append("</asic:ASiCManifest>\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String mediaType(String name) {
        if (name.endsWith(".json")) return "application/json";
        if (name.endsWith(".pdf")) return "application/pdf";
        if (name.endsWith(".tst")) return "application/vnd.etsi.timestamp-token";
        return name.endsWith(".jws") ? "application/jose" : "text/plain";
    }
}
