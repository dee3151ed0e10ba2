package org.wegweis.evidence.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.wegweis.evidence.pack.Unreadable.Reason;

/**
 * The one form of zip that a package has: parts stored as they are, one after the other, without times, comments or extra
 * fields. Whatever a zip can say twice or say to one reader only, the writer says in one way and the reader holds against
 * that; so each byte of a file counts, all readers read alike, and nothing can swell up.
 *
 * <p>A wrong checksum is reported, not refused: whether bytes were changed is the verification's question.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT §4.3</a>
 */
final class StoredZip {
    private static final int LARGEST_FILE = 64 << 20;
    private static final int LARGEST_PART = 16 << 20;
    /** Of each record its statement and its proof beside it; some for the rest. */
    private static final int MOST_PARTS = 4 * PartName.MOST;

    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DIRECTORY = 0x02014b50;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    /** Version 1.0 stores, needs no more. */
    private static final short VERSION = 10;
    /** 1 January 1980: there is no earlier day, and no part has one of its own. */
    private static final short DAY = 1 << 5 | 1;

    record Contents(SequencedMap<String, byte[]> parts, List<String> damaged) {}

    private record Entry(String name, int crc, int size, int at) {
        static Entry of(String name, byte[] part, int at) {
            return new Entry(name, crc32(part), part.length, at);
        }

        byte[] local() {
            return bytes(
                    common(buffer(LOCAL_LENGTH + name.length()).putInt(LOCAL)).put(latin(name)));
        }

        byte[] directory() {
            var header = common(
                    buffer(DIRECTORY_LENGTH + name.length()).putInt(DIRECTORY).putShort(VERSION));
            // comment, disk, attributes inside and outside: none
            header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            return bytes(header.putInt(at).put(latin(name)));
        }

        private ByteBuffer common(ByteBuffer header) {
            // version, flags, method, time: nothing special
            header.putShort(VERSION)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort(DAY);
            return header.putInt(crc)
                    .putInt(size)
                    .putInt(size)
                    .putShort((short) name.length())
                    .putShort((short) 0);
        }
    }

    private StoredZip() {}

    /** @throws NoRoom if it is too much for one file */
    static byte[] write(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        var entries = new ArrayList<Entry>();
        parts.forEach((name, part) -> {
            if (part.length > LARGEST_PART) throw new NoRoom(name);
            var entry = Entry.of(name, part, out.size());
            entries.add(entry);
            out.writeBytes(entry.local());
            out.writeBytes(part);
        });
        out.writeBytes(tail(entries, out.size()));
        if (entries.size() > MOST_PARTS || out.size() > LARGEST_FILE) {
            throw new NoRoom(entries.size() + " parts of " + out.size() + " bytes");
        }
        return out.toByteArray();
    }

    /** @throws Unreadable unless it is exactly what {@link #write} makes, apart from checksums */
    static Contents read(byte[] file) {
        if (file.length > LARGEST_FILE) throw new Unreadable(Reason.TOO_LARGE, file.length + " bytes");
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < LOCAL_LENGTH || in.getInt(0) != LOCAL) {
            throw new Unreadable(Reason.NOT_A_ZIP, "begins like no zip with something in it");
        }
        var parts = new LinkedHashMap<String, byte[]>();
        var damaged = new ArrayList<String>();
        var entries = new ArrayList<Entry>();
        while (in.remaining() >= LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
            var entry = entry(file, in);
            byte[] part = new byte[entry.size];
            in.get(part);
            if (parts.put(entry.name, part) != null)
                throw new Unreadable(Reason.DUPLICATE_NAME, entry.name, "a name twice");
            if (crc32(part) != entry.crc) damaged.add(entry.name);
            entries.add(entry);
            if (entries.size() > MOST_PARTS) throw new Unreadable(Reason.TOO_LARGE, "too many parts");
        }
        int directory = in.position();
        if (!Arrays.equals(tail(entries, directory), Arrays.copyOfRange(file, directory, file.length))) {
            throw new Unreadable(Reason.OTHER_ZIP, "its directory is not the one of its parts");
        }
        return new Contents(parts, damaged);
    }

    /** Reads a header up to its part, of which all bytes are there. */
    private static Entry entry(byte[] file, ByteBuffer in) {
        int at = in.position();
        int crc = in.getInt(at + 14);
        long size = Integer.toUnsignedLong(in.getInt(at + 22));
        int nameLength = Short.toUnsignedInt(in.getShort(at + 26));
        if (nameLength > LONGEST_NAME || in.remaining() < LOCAL_LENGTH + nameLength) {
            throw new Unreadable(Reason.UNSAFE_NAME, "a name of " + nameLength + " bytes");
        }
        String name = new String(file, at + LOCAL_LENGTH, nameLength, StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) throw new Unreadable(Reason.UNSAFE_NAME, name, "an unsafe name");
        if (size > LARGEST_PART) throw new Unreadable(Reason.TOO_LARGE, name, "too large");
        var entry = new Entry(name, crc, (int) size, at);
        byte[] header = new byte[LOCAL_LENGTH + nameLength];
        in.get(header);
        if (!Arrays.equals(header, entry.local())) {
            throw new Unreadable(Reason.OTHER_ZIP, name, "packed in another way");
        }
        if (in.remaining() < size) throw new Unreadable(Reason.NOT_A_ZIP, name, "cut off");
        return entry;
    }

    /** All that follows the parts. */
    private static byte[] tail(List<Entry> entries, int directory) {
        var out = new ByteArrayOutputStream();
        entries.forEach(entry -> out.writeBytes(entry.directory()));
        var end = buffer(END_LENGTH).putInt(END).putInt(0);
        end.putShort((short) entries.size()).putShort((short) entries.size());
        out.writeBytes(bytes(end.putInt(out.size()).putInt(directory).putShort((short) 0)));
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer full) {
        byte[] bytes = new byte[full.flip().remaining()];
        full.get(bytes);
        return bytes;
    }

    private static byte[] latin(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int crc32(byte[] part) {
        var crc = new CRC32();
        crc.update(part);
        return (int) crc.getValue();
    }
}
