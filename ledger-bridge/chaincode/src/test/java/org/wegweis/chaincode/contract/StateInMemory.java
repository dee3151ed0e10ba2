package org.wegweis.chaincode.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wegweis.kernel.json.Json;

/** A ledger's state for one caller at a time. Like the peer's, it shows a transaction nothing of its own writes. */
final class StateInMemory implements ReadableState, WritableState {
    final Map<String, String> kept = new TreeMap<>();
    final Map<String, String> endorsers = new TreeMap<>();
    final List<String> announced = new ArrayList<>();
    /** Of the last call. */
    final Map<String, String> written = new LinkedHashMap<>();

    private final Map<String, String> demanded = new LinkedHashMap<>();
    private final List<String> events = new ArrayList<>();
    private int transactions;

    /** One transaction; what is refused leaves nothing. */
    Json.Obj call(String msp, String... parts) {
        return call(
                msp,
                Arrays.stream(parts)
                        .map(part -> part.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    Json.Obj call(String msp, List<byte[]> parts) {
        written.clear();
        demanded.clear();
        events.clear();
        var answer = SealContract.answer(parts, new Submission(msp, "tx" + transactions++), this, this);
        if (answer instanceof Answer.Refused) {
            written.clear();
        } else {
            kept.putAll(written);
            endorsers.putAll(demanded);
            announced.addAll(events);
        }
        return answer.json();
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(kept.get(key)).map(value -> value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<byte[]> between(String from, String to, int most) {
        return new TreeMap<>(kept)
                .subMap(from, to).values().stream()
                        .limit(most)
                        .map(value -> value.getBytes(StandardCharsets.UTF_8))
                        .toList();
    }

    @Override
    public void put(String key, byte[] value) {
        written.put(key, new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void demandEndorsement(String key, String msp) {
        demanded.put(key, msp);
    }

    @Override
    public void announce(String event, byte[] payload) {
        events.add(event + " " + new String(payload, StandardCharsets.UTF_8));
    }
}
