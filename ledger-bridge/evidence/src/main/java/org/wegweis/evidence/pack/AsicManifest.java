package org.wegweis.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wegweis.evidence.time.HashAlgorithm;

/**
 * An {@code ASiCManifest} (ETSI EN 319 162-1 §A.4): the list of the parts that a signature or an evidence record covers.
 * It follows from the parts, so a verifier makes it anew instead of reading XML.
 */
public final class AsicManifest {
    private AsicManifest() {}

    /** What the container's signature covers: all but what lies beside it. */
    static byte[] ofSignature(Map<String, byte[]> parts) {
        var covered = new LinkedHashMap<>(parts);
        covered.keySet().removeIf(name -> name.startsWith("META-INF/"));
        return list(
                Container.SIGNATURE,
                covered,
                HashAlgorithm.SHA_256,
                name -> " MimeType=\"%s\"".formatted(mediaType(name)));
    }

    /**
     * What an evidence record covers.
     *
     * @param record the name of its part
     * @param algorithm of its first time stamp, also after it was renewed (EN 319 162-1 §4.4)
     */
    public static byte[] ofEvidenceRecord(String record, Map<String, byte[]> covered, HashAlgorithm algorithm) {
        return list(record, covered, algorithm, _ -> "");
    }

    /** @param mediaType of a part, by its name: the attribute, which the standard lets be left out */
    private static byte[] list(
            String by, Map<String, byte[]> covered, HashAlgorithm algorithm, UnaryOperator<String> mediaType) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" \
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                <asic:SigReference URI="%s"%s/>
                """.formatted(by, mediaType.apply(by)));
        covered.forEach((name, bytes) -> {
            String digest = Base64.getEncoder().encodeToString(algorithm.hash(bytes));
            xml.append("""
                    <asic:DataObjectReference URI="%s"%s>\
                    <ds:DigestMethod Algorithm="%s"/><ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>
                    """.formatted(name, mediaType.apply(name), algorithm.uri(), digest));
        });
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String mediaType(String name) {
        if (name.equals(Container.SIGNATURE)) return "application/pkcs7-signature";
        if (name.endsWith(".json")) return "application/json";
        if (name.endsWith(".pdf")) return "application/pdf";
        if (name.endsWith(".pb")) return "application/octet-stream";
        if (name.endsWith(".tst")) return "application/vnd.etsi.timestamp-token";
        return name.endsWith(".jws") ? "application/jose" : "text/plain";
    }
}
