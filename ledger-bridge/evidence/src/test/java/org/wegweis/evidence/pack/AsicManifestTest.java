package org.wegweis.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.time.HashAlgorithm;

/** A verifier makes these lists anew: another byte here, and every package of old falls. */
class AsicManifestTest {
    private static final String EMPTY_SHA_256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String EMPTY_SHA_384 = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

    @Test
    void a_signature_covers_all_but_what_lies_beside_it() {
        var parts = empty(
                "manifest.json",
                "report.pdf",
                "statements/0000.jws",
                "time-stamps/0000.tst",
                "seal.txt",
                ArchivedParts.RECORD);
        assertThat(text(AsicManifest.ofSignature(parts))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                <asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>
                <asic:DataObjectReference URI="manifest.json" MimeType="application/json"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                <asic:DataObjectReference URI="report.pdf" MimeType="application/pdf"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                <asic:DataObjectReference URI="statements/0000.jws" MimeType="application/jose"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                <asic:DataObjectReference URI="time-stamps/0000.tst" MimeType="application/vnd.etsi.timestamp-token"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                <asic:DataObjectReference URI="seal.txt" MimeType="text/plain"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                </asic:ASiCManifest>
                """.replace(">D<", ">" + EMPTY_SHA_256 + "<"));
    }

    @Test
    void an_evidence_record_covers_what_it_is_given() {
        var covered = empty("manifest.json", "META-INF/signature.p7s");
        assertThat(text(AsicManifest.ofEvidenceRecord(ArchivedParts.RECORD, covered, HashAlgorithm.SHA_384)))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                <asic:SigReference URI="META-INF/evidencerecord.ers"/>
                <asic:DataObjectReference URI="manifest.json"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#sha384"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                <asic:DataObjectReference URI="META-INF/signature.p7s"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#sha384"/><ds:DigestValue>D</ds:DigestValue></asic:DataObjectReference>
                </asic:ASiCManifest>
                """.replace(">D<", ">" + EMPTY_SHA_384 + "<"));
    }

    private static SequencedMap<String, byte[]> empty(String... names) {
        var parts = new LinkedHashMap<String, byte[]>();
        for (String name : names) parts.put(name, new byte[0]);
        return parts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
