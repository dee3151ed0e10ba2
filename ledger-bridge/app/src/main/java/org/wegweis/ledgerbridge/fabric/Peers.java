package org.wegweis.ledgerbridge.fabric;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.LedgerAway.At;

/** The peers, asked one after the other until one gives an answer that stands up. */
final class Peers implements AutoCloseable {
    /** So much of what others have written has room in a message. */
    private static final int LONGEST = 300;

    private final FabricSettings settings;
    private final InstantSource clock;
    private final List<Connected> connected;
    /** Which one answered last. */
    private int preferred;

    private volatile Instant endsAt = Instant.MAX;

    /** One peer, connected with the credentials of the last use. */
    private final class Connected {
        final FabricSettings.Peer peer;
        private List<String> read = List.of();
        private @Nullable PeerGateway gateway;

        Connected(FabricSettings.Peer peer) {
            this.peer = peer;
        }

        /** Connected anew if a file has another content than at the last use. */
        PeerGateway gateway() {
            var now = List.of(
                    Pem.text(settings.certificate()),
                    Pem.text(settings.key()),
                    peer.roots() == null ? "" : Pem.text(peer.roots()));
            if (gateway == null || !now.equals(read)) {
                var credentials = Credentials.parse(settings.mspId(), now.get(0), now.get(1));
                var fresh = PeerGateway.open(settings, peer, now.get(2), credentials);
                close();
                gateway = fresh;
                read = now;
                endsAt = credentials.endsAt();
            }
            return gateway;
        }

        void close() {
            if (gateway != null) gateway.close();
            gateway = null;
        }
    }

    Peers(FabricSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.connected = settings.peers().stream().map(Connected::new).toList();
    }

    /**
     * The first answer that a peer gives.
     *
     * @param question may be asked several times
     * @throws ContractRefused if all who answer say that the contract refuses: one alone could lie
     * @throws PeerGateway.NotCommitted if so
     * @throws LedgerAway if nobody answers; says of each why
     */
    synchronized <T> T ask(Function<PeerGateway, T> question) {
        var troubles = new ArrayList<String>();
        var refused = Optional.<ContractRefused>empty();
        var at = At.QUERY;
        for (int i = 0; i < connected.size(); i++) {
            int number = (preferred + i) % connected.size();
            var one = connected.get(number);
            try {
                T answer = question.apply(one.gateway());
                preferred = number;
                return answer;
            } catch (ContractRefused e) {
                refused = Optional.of(refused.orElse(e));
            } catch (LedgerAway e) {
                // the one that came furthest says what is the matter
                if (e.at().compareTo(at) > 0) at = e.at();
                troubles.add(one.peer.address() + ": " + e.why());
            } catch (PeerGateway.NotCommitted e) {
                throw e;
            } catch (RuntimeException e) {
                // whatever a peer's bytes or an operator's file provoke
                troubles.add(one.peer.address() + ": " + e.getMessage());
            }
        }
        if (refused.isPresent()) throw refused.get();
        if (endsAt.isBefore(clock.instant())) troubles.addFirst("this bridge's certificate has ended at " + endsAt);
        throw new LedgerAway(at, line(String.join("; ", troubles)));
    }

    /** When the certificate of this bridge ends, as of the last use; the far future before the first. */
    Instant endsAt() {
        return endsAt;
    }

    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    @Override
    public synchronized void close() {
        connected.forEach(Connected::close);
    }
}
