package org.wegweis.evidence.fabric;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes a message in Protobuf's wire format: fields in the order in which they are given, empty ones left out. */
final class Written {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Written number(int field, long value) {
        if (value != 0) {
            varint((long) field << 3);
            varint(value);
        }
        return this;
    }

    Written bytes(int field, byte[] value) {
        return value.length == 0 ? this : always(field, value);
    }

    Written message(int field, Written value) {
        return always(field, value.bytes());
    }

    /** Repeated fields keep what is empty. */
    Written all(int field, List<byte[]> values) {
        values.forEach(value -> always(field, value));
        return this;
    }

    private Written always(int field, byte[] value) {
        varint(((long) field << 3) | 2);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
