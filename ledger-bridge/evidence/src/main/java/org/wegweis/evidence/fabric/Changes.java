package org.wegweis.evidence.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a transaction has read and written in one namespace: {@code kvrwset.KVRWSet}.
 *
 * @param read the version by key; empty where there was none
 * @param written the value by key; empty where the key was deleted
 */
record Changes(Map<String, Optional<Version>> read, Map<String, Optional<byte[]>> written) {
    static final Changes NONE = new Changes(Map.of(), Map.of());

    Changes {
        read = Map.copyOf(read);
        written = Map.copyOf(written);
    }

    /**
     * Of all namespaces.
     *
     * @param bytes {@code rwset.TxReadWriteSet}
     */
    static Map<String, Changes> readAll(byte[] bytes) {
        var all = Message.read(bytes, 1, 2);
        if (all.number(1) != 0) throw Broken.unreadable("a data model other than keys and values");
        var changes = new HashMap<String, Changes>();
        for (byte[] one : all.all(2)) {
            var namespace = Message.read(one, 1, 2, 3);
            if (changes.put(namespace.text(1), read(namespace.bytes(2))) != null) {
                throw Broken.unreadable("a namespace twice");
            }
        }
        return changes;
    }

    private static Changes read(byte[] bytes) {
        var set = Message.read(bytes, 1, 2, 3, 4);
        var read = new HashMap<String, Optional<Version>>();
        for (byte[] one : set.all(1)) {
            var key = Message.read(one, 1, 2);
            var version = key.optional(2).map(fields -> Message.read(fields, 1, 2));
            if (read.put(key.text(1), version.map(fields -> new Version(fields.number(1), fields.number(2)))) != null) {
                throw Broken.unreadable("a key read twice");
            }
        }
        var written = new HashMap<String, Optional<byte[]>>();
        for (byte[] one : set.all(3)) {
            var key = Message.read(one, 1, 2, 3);
            var value = key.flag(2) ? Optional.<byte[]>empty() : Optional.of(key.bytes(3));
            if (written.put(key.text(1), value) != null) throw Broken.unreadable("a key written twice");
        }
        return new Changes(read, written);
    }

    Optional<Version> version(String key) {
        return read.getOrDefault(key, Optional.empty());
    }

    Optional<byte[]> value(String key) {
        return written.getOrDefault(key, Optional.empty());
    }
}
