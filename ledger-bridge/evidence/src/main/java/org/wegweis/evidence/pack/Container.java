package org.wegweis.evidence.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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
     * @throws Unreadable unless it is a zip with safe names and bounded sizes that begins with the right media type and
     *     has a manifest
     */
    public static Container read(byte[] file) {
        var zip = ZipReader.read(file);
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
    public static byte[] write(Map<String, byte[]> parts, Instant madeAt) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, MIMETYPE, MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII), madeAt);
            for (var part : parts.entrySet()) store(zip, part.getKey(), part.getValue(), madeAt);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes, Instant madeAt) throws IOException {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        // local time, because a zip has no other and the first entry must not have an extra field (EN 319 162-1 A.1)
        entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
