package org.wegweis.evidence.fabric;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message in Protobuf's wire format, more strictly than Protobuf reads it, so that it has one meaning for every reader:
 * only fields that are known, those that stand alone once, numbers in their shortest form, nothing behind the end. Whether
 * the fields are in order is not asked; where nobody has signed the bytes, whoever reads them writes them again and compares.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format</a>
 */
final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;

    private final Map<Integer, List<byte[]>> texts = new TreeMap<>();
    private final Map<Integer, Long> numbers = new TreeMap<>();

    private Message() {}

    /**
     * Reads a message.
     *
     * @param known the numbers of all fields that such a message may have
     * @throws Broken unless it is one
     */
    static Message read(byte[] bytes, int... known) {
        var message = new Message();
        var in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int type = (int) (tag & 7);
            long field = tag >>> 3;
            if (Arrays.stream(known).noneMatch(one -> one == field)) throw Broken.unreadable("field " + field);
            switch (type) {
                case VARINT -> {
                    boolean first = !message.texts.containsKey((int) field);
                    if (message.numbers.put((int) field, varint(in)) != null || !first) {
                        throw Broken.unreadable("field " + field + " twice");
                    }
                }
                case LENGTH -> {
                    if (message.numbers.containsKey((int) field)) throw Broken.unreadable("field " + field + " twice");
                    message.texts
                            .computeIfAbsent((int) field, _ -> new ArrayList<>())
                            .add(text(in));
                }
                default -> throw Broken.unreadable("wire type " + type);
            }
        }
        return message;
    }

    private static byte[] text(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) throw Broken.unreadable("ends too early");
        byte[] text = new byte[(int) length];
        in.get(text);
        return text;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!in.hasRemaining()) throw Broken.unreadable("ends too early");
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                boolean longer = shift > 0 && next == 0;
                boolean tooLarge = shift == 63 && next > 1;
                if (longer || tooLarge) throw Broken.unreadable("a number not in its shortest form");
                return value;
            }
        }
        throw Broken.unreadable("a number that is too large");
    }

    /** Zero where the field is absent, as in Protobuf. */
    long number(int field) {
        long number = optionalNumber(field).orElse(0L);
        if (number < 0) throw Broken.unreadable("field " + field + " is below 0 or too large");
        return number;
    }

    Optional<Long> optionalNumber(int field) {
        if (texts.containsKey(field)) throw Broken.unreadable("field " + field + " is no number");
        return Optional.ofNullable(numbers.get(field));
    }

    boolean flag(int field) {
        return switch ((int) Math.min(number(field), 2)) {
            case 0 -> false;
            case 1 -> true;
            default -> throw Broken.unreadable("field " + field + " is neither true nor false");
        };
    }

    /** Empty where the field is absent, as in Protobuf. */
    byte[] bytes(int field) {
        return optional(field).orElseGet(() -> new byte[0]);
    }

    Optional<byte[]> optional(int field) {
        var all = all(field);
        if (all.size() > 1) throw Broken.unreadable("field " + field + " twice");
        return all.stream().findFirst();
    }

    List<byte[]> all(int field) {
        if (numbers.containsKey(field)) throw Broken.unreadable("field " + field + " is a number");
        return texts.getOrDefault(field, List.of());
    }

    String text(int field) {
        return utf8(bytes(field));
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Broken.unreadable("not UTF-8");
        }
    }
}
