package org.wegweis.ledgerbridge.fabric;

import java.time.InstantSource;
import java.util.List;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.ledgerbridge.sealing.NeighbourLogs;

/** The logs on a channel, by the word of one peer. It has connections of its own: who looks does not wait for who seals. */
final class ChannelLogs implements NeighbourLogs, AutoCloseable {
    /** So many contradictions of a log are counted. */
    private static final String MOST = "50";

    private final Peers peers;

    ChannelLogs(FabricSettings settings, InstantSource clock) {
        this.peers = new Peers(settings, clock);
    }

    @Override
    public List<NeighbourLog> logs() {
        try {
            return peers.ask(peer -> items(peer.evaluate("logs"), "logs").stream()
                    .map(log -> log(peer, Fields.of(log)))
                    .toList());
        } catch (ContractRefused e) {
            throw new LedgerAway(LedgerAway.At.QUERY, "the contract refuses, " + e.getMessage());
        }
    }

    private static NeighbourLog log(PeerGateway peer, Fields log) {
        String origin = log.text("origin");
        long sealed = FabricLedger.Told.parse(peer.evaluate("latest", origin))
                .map(told -> told.head().size())
                .orElse(0L);
        int equivocations = items(peer.evaluate("equivocations", origin, "0", MOST), "equivocations")
                .size();
        return new NeighbourLog(origin, log.text("owner"), log.text("kind"), sealed, equivocations);
    }

    /** A contract of a later version may say more of each. */
    private static List<Json> items(byte[] answer, String name) {
        if (Fields.of(Json.parse(answer)).take(name).orElse(null) instanceof Json.Arr(var items)) return items;
        throw new LedgerAway(LedgerAway.At.QUERY, "a peer answers without " + name);
    }

    @Override
    public void close() {
        peers.close();
    }
}
