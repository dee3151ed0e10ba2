package org.wegweis.chaincode.network;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** What a channel holds for one contract after some block; never changes. */
public record WorldState(NavigableMap<String, Entry> entries) {
    static final WorldState EMPTY = new WorldState(new TreeMap<>());
    static final String POLICY = "VALIDATION_PARAMETER";

    public WorldState {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    /**
     * What lies under a key.
     *
     * @param policy whose endorsement a change of it needs; empty for the contract's own policy
     * @param version block and place of the transaction that wrote it last
     */
    public record Entry(ByteString value, ByteString policy, Version version) {}

    public Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    KVRead read(String key) {
        var read = KVRead.newBuilder().setKey(key);
        get(key).ifPresent(entry -> read.setVersion(entry.version()));
        return read.build();
    }

    NavigableMap<String, Entry> between(String from, String to) {
        return entries.subMap(from, true, to, false);
    }

    /** Whether every key that was read is as it was. */
    boolean agrees(KVRWSet set) {
        return set.getReadsList().stream().allMatch(then -> read(then.getKey()).equals(then));
    }

    /** Whether no key came between those that were read, and none went. */
    boolean agrees(RangeQueryInfo range) {
        List<KVRead> then = range.getRawReads().getKvReadsList();
        var now = between(range.getStartKey(), range.getEndKey()).keySet().stream()
                .map(this::read)
                .limit(range.getItrExhausted() ? Long.MAX_VALUE : then.size())
                .toList();
        return now.equals(then);
    }

    /** This state after a valid transaction. */
    WorldState after(KVRWSet set, Version version) {
        var next = new TreeMap<>(entries);
        for (var write : set.getWritesList()) {
            var policy = get(write.getKey()).map(Entry::policy).orElse(ByteString.EMPTY);
            if (write.getIsDelete()) next.remove(write.getKey());
            else next.put(write.getKey(), new Entry(write.getValue(), policy, version));
        }
        for (var write : set.getMetadataWritesList()) {
            for (var entry : write.getEntriesList()) {
                if (!entry.getName().equals(POLICY)) continue;
                next.computeIfPresent(
                        write.getKey(), (_, before) -> new Entry(before.value(), entry.getValue(), version));
            }
        }
        return new WorldState(next);
    }
}
