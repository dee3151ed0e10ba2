package org.wegweis.chaincode.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** One transaction under way on one peer. It reads the state as it was when it began, and nothing of its own writes. */
final class Simulation {
    /** Small, so that a range comes in several answers. */
    private static final int BATCH = 3;

    private final WorldState state;
    private final Map<String, KVRead> reads = new TreeMap<>();
    private final Map<String, KVWrite> writes = new TreeMap<>();
    private final Map<String, KVMetadataWrite> metadata = new TreeMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Map<String, Range> open = new HashMap<>();
    private final CompletableFuture<Simulated> outcome = new CompletableFuture<>();

    Simulation(WorldState state) {
        this.state = state;
    }

    CompletableFuture<Simulated> outcome() {
        return outcome;
    }

    private static final class Range {
        final RangeQueryInfo.Builder info;
        final QueryReads.Builder read = QueryReads.newBuilder();
        final Deque<String> left;

        Range(GetStateByRange asked, WorldState state) {
            info = RangeQueryInfo.newBuilder().setStartKey(asked.getStartKey()).setEndKey(asked.getEndKey());
            left = new ArrayDeque<>(
                    state.between(asked.getStartKey(), asked.getEndKey()).keySet());
        }
    }

    /** The peer's answer to one message of the contract; none when the transaction is over. */
    Optional<ChaincodeMessage> answer(ChaincodeMessage asked) {
        try {
            return switch (asked.getType()) {
                case COMPLETED -> {
                    outcome.complete(new Simulated(
                            Response.parseFrom(asked.getPayload()),
                            set(),
                            asked.hasChaincodeEvent() ? Optional.of(asked.getChaincodeEvent()) : Optional.empty()));
                    yield Optional.empty();
                }
                case ERROR -> {
                    outcome.completeExceptionally(new IllegalStateException(
                            "the contract broke: " + asked.getPayload().toStringUtf8()));
                    yield Optional.empty();
                }
                default -> Optional.of(response(asked, ChaincodeMessage.Type.RESPONSE, result(asked)));
            };
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            return Optional.of(response(
                    asked, ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8(String.valueOf(e.getMessage()))));
        }
    }

    private static ChaincodeMessage response(ChaincodeMessage asked, ChaincodeMessage.Type type, ByteString payload) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setPayload(payload)
                .setTxid(asked.getTxid())
                .setChannelId(asked.getChannelId())
                .build();
    }

    private ByteString result(ChaincodeMessage asked) throws InvalidProtocolBufferException {
        var payload = asked.getPayload();
        return switch (asked.getType()) {
            case GET_STATE -> get(GetState.parseFrom(payload).getKey());
            case PUT_STATE -> put(PutState.parseFrom(payload));
            case DEL_STATE -> delete(DelState.parseFrom(payload).getKey());
            case GET_STATE_METADATA ->
                metadata(GetStateMetadata.parseFrom(payload).getKey());
            case PUT_STATE_METADATA -> putMetadata(PutStateMetadata.parseFrom(payload));
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload));
            case QUERY_STATE_NEXT -> next(QueryStateNext.parseFrom(payload).getId());
            case QUERY_STATE_CLOSE -> close(QueryStateClose.parseFrom(payload).getId());
            default -> throw new IllegalStateException("this peer does not know " + asked.getType());
        };
    }

    private Optional<WorldState.Entry> look(String key) {
        reads.put(key, state.read(key));
        return state.get(key);
    }

    private ByteString get(String key) {
        return look(key).map(WorldState.Entry::value).orElse(ByteString.EMPTY);
    }

    private ByteString put(PutState asked) {
        writes.put(
                asked.getKey(),
                KVWrite.newBuilder()
                        .setKey(asked.getKey())
                        .setValue(asked.getValue())
                        .build());
        return ByteString.EMPTY;
    }

    private ByteString delete(String key) {
        writes.put(key, KVWrite.newBuilder().setKey(key).setIsDelete(true).build());
        return ByteString.EMPTY;
    }

    private ByteString metadata(String key) {
        var result = StateMetadataResult.newBuilder();
        look(key)
                .map(WorldState.Entry::policy)
                .filter(policy -> !policy.isEmpty())
                .ifPresent(policy -> result.addEntries(
                        StateMetadata.newBuilder().setMetakey(WorldState.POLICY).setValue(policy)));
        return result.build().toByteString();
    }

    private ByteString putMetadata(PutStateMetadata asked) {
        metadata.put(
                asked.getKey(),
                KVMetadataWrite.newBuilder()
                        .setKey(asked.getKey())
                        .addEntries(KVMetadataEntry.newBuilder()
                                .setName(asked.getMetadata().getMetakey())
                                .setValue(asked.getMetadata().getValue()))
                        .build());
        return ByteString.EMPTY;
    }

    private ByteString range(GetStateByRange asked) {
        var range = new Range(asked, state);
        String id = "range" + ranges.size();
        ranges.add(range);
        open.put(id, range);
        return next(id);
    }

    private ByteString next(String id) {
        var range = Optional.ofNullable(open.get(id)).orElseThrow();
        var batch = QueryResponse.newBuilder().setId(id);
        while (batch.getResultsCount() < BATCH && !range.left.isEmpty()) {
            String key = range.left.removeFirst();
            range.read.addKvReads(state.read(key));
            var value = state.get(key).orElseThrow().value();
            batch.addResults(QueryResultBytes.newBuilder()
                    .setResultBytes(
                            KV.newBuilder().setKey(key).setValue(value).build().toByteString()));
        }
        if (range.left.isEmpty()) {
            range.info.setItrExhausted(true);
            open.remove(id);
        }
        return batch.setHasMore(!range.left.isEmpty()).build().toByteString();
    }

    private ByteString close(String id) {
        open.remove(id);
        return QueryResponse.newBuilder().setId(id).build().toByteString();
    }

    private KVRWSet set() {
        if (!open.isEmpty()) throw new IllegalStateException("the contract left a range open");
        var set = KVRWSet.newBuilder()
                .addAllReads(reads.values())
                .addAllWrites(writes.values())
                .addAllMetadataWrites(metadata.values());
        ranges.forEach(range -> set.addRangeQueriesInfo(range.info.setRawReads(range.read)));
        return set.build();
    }
}
