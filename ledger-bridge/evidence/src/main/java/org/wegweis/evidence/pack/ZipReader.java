package org.wegweis.evidence.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.wegweis.evidence.pack.Unreadable.Reason;

/**
 * Reads a zip that every other reader reads alike: the directory and the entries say the same, the entries lie without
 * gaps from the first byte to the directory, and nothing follows it. The readers of the JDK believe one of the two and
 * skip the rest, so a package could show one thing to us and another to a court.
 *
 * <p>A wrong checksum is reported, not refused: whether bytes were changed is the verification's question.
 */
final class ZipReader {
    private static final int LARGEST_FILE = 64 << 20;
    private static final int LARGEST_PART = 16 << 20;
    /** Of each record its statement and its proof beside it; some for the rest. */
    private static final int MOST_PARTS = 4 * PartName.MOST;

    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int UTF_8 = 1 << 11;
    private static final int DEFLATE_OPTIONS = 3 << 1;

    record Zip(SequencedMap<String, byte[]> parts, List<String> damaged) {}

    private record Entry(String name, int flags, int method, int crc, long stored, long size, long at) {}

    private final byte[] bytes;
    private final ByteBuffer file;

    private ZipReader(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Zip read(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) throw new Unreadable(Reason.TOO_LARGE, bytes.length + " bytes");
        try {
            return new ZipReader(bytes).zip();
        } catch (IndexOutOfBoundsException e) {
            throw notAZip("cut off");
        }
    }

    private Zip zip() {
        int end = bytes.length - END_LENGTH;
        if (end < 0 || file.getInt(end) != END || file.getInt(end + 4) != 0 || u16(end + 20) != 0) {
            throw notAZip("no end record");
        }
        int count = u16(end + 10);
        if (count > MOST_PARTS) throw new Unreadable(Reason.TOO_LARGE, count + " parts");
        long directory = u32(end + 16);
        if (u16(end + 8) != count || directory + u32(end + 12) != end) throw notAZip("a directory elsewhere");

        var entries = new ArrayList<Entry>();
        long at = directory;
        for (int i = 0; i < count; i++) {
            var entry = directoryEntry((int) at);
            entries.add(entry);
            at += DIRECTORY_ENTRY_LENGTH + u16((int) at + 28) + u16((int) at + 30) + u16((int) at + 32);
        }
        if (at != end) throw notAZip("a directory of another length");
        return parts(entries, directory);
    }

    private Zip parts(List<Entry> entries, long directory) {
        var parts = new LinkedHashMap<String, byte[]>();
        var damaged = new ArrayList<String>();
        long next = 0;
        long total = 0;
        for (Entry entry : entries) {
            if (entry.at != next) throw notAZip(entry.name, "a gap before it");
            total += entry.size;
            if (entry.size > LARGEST_PART || total > LARGEST_FILE)
                throw new Unreadable(Reason.TOO_LARGE, entry.name, "too large");
            int data = (int) next + LOCAL_LENGTH + u16((int) next + 26) + u16((int) next + 28);
            boolean sameChecksum = local(entry, (int) next);
            if (entry.stored > directory - data) throw notAZip(entry.name, "beyond the directory");
            next = data + entry.stored;
            if ((entry.flags & SIZES_FOLLOW) != 0) next += file.getInt((int) next) == DESCRIPTOR ? 16 : 12;

            byte[] part = content(entry, data);
            if (parts.put(entry.name, part) != null)
                throw new Unreadable(Reason.DUPLICATE_NAME, entry.name, "a name twice");
            var crc = new CRC32();
            crc.update(part);
            if (!sameChecksum || (int) crc.getValue() != entry.crc) damaged.add(entry.name);
        }
        if (next != directory) throw notAZip("a gap before the directory");
        return new Zip(parts, damaged);
    }

    private Entry directoryEntry(int at) {
        if (file.getInt(at) != DIRECTORY_ENTRY || u16(at + 34) != 0) throw notAZip("not a directory entry");
        var entry = new Entry(
                name(at + DIRECTORY_ENTRY_LENGTH, u16(at + 28)),
                u16(at + 8),
                u16(at + 10),
                file.getInt(at + 16),
                u32(at + 20),
                u32(at + 24),
                u32(at + 42));
        if ((entry.flags & ~(SIZES_FOLLOW | UTF_8 | DEFLATE_OPTIONS)) != 0) throw notAZip("encrypted or newer");
        if (entry.method != STORED && entry.method != DEFLATED) throw notAZip("a method other than stored, deflated");
        return entry;
    }

    /** Holds the entry's own header against the directory. Gives whether they agree on the checksum. */
    private boolean local(Entry entry, int at) {
        boolean same = file.getInt(at) == LOCAL
                && u16(at + 6) == entry.flags
                && u16(at + 8) == entry.method
                && name(at + LOCAL_LENGTH, u16(at + 26)).equals(entry.name);
        if (!same) throw notAZip(entry.name, "two accounts of it");
        if ((entry.flags & SIZES_FOLLOW) != 0) return true;
        if (u32(at + 18) != entry.stored || u32(at + 22) != entry.size) throw notAZip(entry.name, "two sizes");
        return file.getInt(at + 14) == entry.crc;
    }

    private byte[] content(Entry entry, int data) {
        byte[] stored = Arrays.copyOfRange(bytes, data, data + (int) entry.stored);
        if (entry.method == STORED) {
            if (entry.stored != entry.size) throw notAZip(entry.name, "two sizes");
            return stored;
        }
        byte[] part = new byte[(int) entry.size];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(stored);
            int length = 0;
            while (length < part.length) {
                int more = inflater.inflate(part, length, part.length - length);
                if (more == 0) break;
                length += more;
            }
            if (length != part.length || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw notAZip(entry.name, "another size");
            }
            return part;
        } catch (DataFormatException e) {
            throw notAZip(entry.name, "not deflated");
        } finally {
            inflater.end();
        }
    }

    private String name(int at, int length) {
        if (length > LONGEST_NAME) throw new Unreadable(Reason.UNSAFE_NAME, "a name of " + length + " bytes");
        String name = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        if (!NAME.matcher(name).matches()) throw new Unreadable(Reason.UNSAFE_NAME, name, "an unsafe name");
        return name;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }

    private static Unreadable notAZip(String detail) {
        return notAZip("", detail);
    }

    private static Unreadable notAZip(String part, String detail) {
        return new Unreadable(Reason.NOT_A_ZIP, part, detail);
    }
}
