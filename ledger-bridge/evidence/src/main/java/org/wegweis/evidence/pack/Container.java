package org.wegweis.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The parts of a package by name, in their order in the file; {@code mimetype}, which stands first, is not among them.
 *
 * @param damaged parts whose checksum in the file does not fit their bytes
 */
public record Container(SequencedMap<String, byte[]> parts, List<String> damaged) {
    public static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";

    static final String MANIFEST = "manifest.json";
    static final String ASIC_MANIFEST = "META-INF/ASiCManifest.xml";
    static final String SIGNATURE = "META-INF/signature.p7s";

    private static final String MIMETYPE = "mimetype";

    public Container {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        damaged = List.copyOf(damaged);
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable unless it is a zip in the one form, with safe names and bounded sizes, that begins with the right
     *     media type and has a manifest
     */
    public static Container read(byte[] file) {
        var zip = StoredZip.read(file);
        var parts = new LinkedHashMap<>(zip.parts());
        byte[] type = parts.isEmpty() || !parts.firstEntry().getKey().equals(MIMETYPE)
                ? new byte[0]
                : parts.pollFirstEntry().getValue();
        if (!Arrays.equals(type, MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII))) {
            throw new Unreadable(Unreadable.Reason.NOT_ASIC_E, "does not begin with the media type of ASiC-E");
        }
        if (!parts.containsKey(MANIFEST)) throw new Unreadable(Unreadable.Reason.NO_MANIFEST, "has no " + MANIFEST);
        return new Container(parts, zip.damaged());
    }

    /** The file: every part stored as it is, so that it can be read with the eye. */
    public static byte[] write(Map<String, byte[]> parts) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(MIMETYPE, MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
        all.putAll(parts);
        return StoredZip.write(all);
    }
}
