package org.wegweis.evidence.fabric;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** Ways to change bytes in Protobuf's wire format, at every depth. What is a message is guessed: what can be read as one. */
final class Mutants {
    private Mutants() {}

    /** Where a field stands: its tag, its content and its end. */
    private record Field(int tag, int content, int end, int type) {}

    /** Every field away, doubled, emptied, changed, longer, moved to the end, and with one behind it that nobody knows. */
    static void fields(byte[] bytes, BiConsumer<String, byte[]> mutant) {
        each("", bytes, mutant);
    }

    private static void each(String at, byte[] bytes, BiConsumer<String, byte[]> mutant) {
        int position = 0;
        int index = 0;
        while (position < bytes.length) {
            var field = field(bytes, position);
            String here = at + "/" + index++ + ":" + (bytes[position] >>> 3 & 15);
            byte[] whole = Arrays.copyOfRange(bytes, field.tag, field.end);
            byte[] content = Arrays.copyOfRange(bytes, field.content, field.end);
            mutant.accept(here + " away", spliced(bytes, field.tag, field.end, new byte[0]));
            mutant.accept(here + " twice", spliced(bytes, field.tag, field.tag, whole));
            mutant.accept(
                    here + " unknown behind", spliced(bytes, field.end, field.end, new byte[] {(byte) 0xF8, 1, 1}));
            mutant.accept(here + " last", last(bytes, field, whole));
            if (field.type == 0) {
                mutant.accept(here + " changed", spliced(bytes, field.content, field.content + 1, new byte[] {
                    (byte) (bytes[field.content] ^ 1)
                }));
                mutant.accept(here + " zero", spliced(bytes, field.content, field.end, new byte[] {0}));
                byte[] longer = Arrays.copyOf(content, content.length + 1);
                longer[content.length - 1] |= (byte) 0x80;
                mutant.accept(here + " longer", spliced(bytes, field.content, field.end, longer));
            } else {
                mutant.accept(here + " empty", with(bytes, field, new byte[0]));
                mutant.accept(here + " longer", with(bytes, field, Arrays.copyOf(content, content.length + 1)));
                if (content.length > 0) {
                    byte[] changed = content.clone();
                    changed[content.length / 2] ^= 1;
                    mutant.accept(here + " changed", with(bytes, field, changed));
                    mutant.accept(here + " shorter", with(bytes, field, Arrays.copyOf(content, content.length - 1)));
                    if (isMessage(content)) {
                        each(here, content, (where, inner) -> mutant.accept(where, with(bytes, field, inner)));
                    }
                }
            }
            position = field.end;
        }
    }

    private static byte[] last(byte[] bytes, Field field, byte[] whole) {
        byte[] without = spliced(bytes, field.tag, field.end, new byte[0]);
        return spliced(without, without.length, without.length, whole);
    }

    private static boolean isMessage(byte[] bytes) {
        try {
            for (int position = 0; position < bytes.length; ) position = field(bytes, position).end;
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Field field(byte[] bytes, int at) {
        int content = afterVarint(bytes, at);
        int type = bytes[at] & 7;
        if ((bytes[at] & 0x78) == 0 || content != at + 1) throw new IllegalArgumentException("no field");
        int after = afterVarint(bytes, content);
        if (type == 0) return new Field(at, content, after, type);
        if (type != 2) throw new IllegalArgumentException("no field");
        int length = 0;
        for (int i = after - 1; i >= content; i--) length = length << 7 | (bytes[i] & 0x7F);
        if (length < 0 || length > bytes.length - after) throw new IllegalArgumentException("too long");
        return new Field(at, after, after + length, type);
    }

    private static int afterVarint(byte[] bytes, int at) {
        for (int i = at; i < Math.min(bytes.length, at + 4); i++) {
            if (bytes[i] >= 0) return i + 1;
        }
        throw new IllegalArgumentException("no number");
    }

    private static byte[] with(byte[] bytes, Field field, byte[] content) {
        var whole = new ByteArrayOutputStream();
        whole.write(bytes[field.tag]);
        int length = content.length;
        while (length > 0x7F) {
            whole.write((length & 0x7F) | 0x80);
            length >>>= 7;
        }
        whole.write(length);
        whole.writeBytes(content);
        return spliced(bytes, field.tag, field.end, whole.toByteArray());
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** So many bytes changed, each by itself; all if there are no more. */
    static void bytes(byte[] part, int most, BiConsumer<String, byte[]> mutant) {
        for (int i = 0; i < Math.min(most, part.length); i++) {
            var random = new Random(i);
            int at = part.length <= most ? i : random.nextInt(part.length);
            byte[] bent = part.clone();
            bent[at] ^= (byte) (1 + random.nextInt(255));
            mutant.accept("byte " + at, bent);
        }
    }

    /** Bytes lost and added. */
    static void lengths(byte[] part, int count, BiConsumer<String, byte[]> mutant) {
        for (int seed = 0; seed < count; seed++) {
            var random = new Random(seed);
            int at = random.nextInt(part.length);
            int end = Math.min(part.length, at + 1 + random.nextInt(20));
            mutant.accept("lost, seed " + seed, spliced(part, at, end, new byte[0]));
            mutant.accept("doubled, seed " + seed, spliced(part, at, at, Arrays.copyOfRange(part, at, end)));
        }
    }

    /** The proof with one part changed. */
    static Map<String, byte[]> with(FabricProof proof, String name, byte[] part) {
        var parts = new LinkedHashMap<>(proof.parts());
        parts.put(name, part);
        return parts;
    }
}
