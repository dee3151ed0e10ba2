package org.wegweis.ledgerbridge.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.kernel.record.Hash;

/**
 * How this bridge reaches the consortium. What is a certificate or a key is either its text (PEM) or the path of a file,
 * which is read anew at each use: whoever replaces the file needs no restart.
 *
 * @param channel its name
 * @param chaincode the contract's name on it
 * @param genesis the channel's first block: the path of the file, or the hash of the block's header, 64 hex digits. All
 *     trust in seals hangs on it
 * @param mspId of the organisation for which this bridge submits
 * @param certificate of this bridge as a client of that organisation
 * @param key of that certificate, PKCS #8
 * @param peers whose gateways are asked, in this order, until one answers
 * @param organisations whose endorsement is asked for; without any, the channel's own policy says whose
 * @param kind of records in the log, as registered with the contract
 * @param patience for each answer of a peer
 * @param commitPatience until a transaction must be in a block
 */
@ConfigurationProperties(FabricSettings.PREFIX)
public record FabricSettings(
        String channel,
        @DefaultValue("seals") String chaincode,
        String genesis,
        String mspId,
        String certificate,
        String key,
        @DefaultValue List<Peer> peers,
        @DefaultValue List<String> organisations,
        @DefaultValue("waste-routes") String kind,
        @DefaultValue("PT15S") Duration patience,
        @DefaultValue("PT30S") Duration commitPatience) {

    static final String PREFIX = "wegweis.ledger.fabric";

    public FabricSettings {
        require("channel", channel);
        require("genesis", genesis);
        require("msp-id", mspId);
        require("certificate", certificate);
        require("key", key);
        if (peers.isEmpty()) throw new IllegalArgumentException(PREFIX + ".peers: at least one is needed");
        peers = List.copyOf(peers);
        organisations = List.copyOf(organisations);
    }

    private static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(PREFIX + "." + name + " is missing");
    }

    /**
     * A peer with a gateway.
     *
     * @param address host and port
     * @param roots the certificates that may have issued its TLS certificate; without them nothing is encrypted, which is for
     *     this machine alone
     * @param authority the name in its TLS certificate, where that is not the host
     */
    public record Peer(
            String address,
            @Nullable String roots,
            @Nullable String authority) {
        private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "localhost", "[::1]");

        public Peer {
            String host = address.replaceFirst(":[0-9]+$", "");
            if (roots == null && !THIS_MACHINE.contains(host)) {
                throw new IllegalArgumentException("the peer " + address + " needs roots: its connection is encrypted");
            }
        }
    }

    /**
     * Settings from a file of properties, as {@code infra/fabric/up} writes it, for programs without a Spring context.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if a setting is missing or wrong
     */
    public static FabricSettings read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings " + file + " cannot be read", e);
        }
        try {
            return new Binder(new MapConfigurationPropertySource(properties))
                    .bind(PREFIX, FabricSettings.class)
                    .orElseThrow(() -> new IllegalArgumentException(file + " has no setting " + PREFIX + ".…"));
        } catch (BindException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** These settings, but for another channel's first block. */
    public FabricSettings pinnedTo(Hash hash) {
        return new FabricSettings(
                channel,
                chaincode,
                hash.hex(),
                mspId,
                certificate,
                key,
                peers,
                organisations,
                kind,
                patience,
                commitPatience);
    }

    /**
     * What names the channel.
     *
     * @throws IllegalArgumentException if that is neither a hash nor a genesis block
     * @throws UncheckedIOException if the file cannot be read
     */
    public Hash genesisHash() {
        if (genesis.matches("[0-9a-f]{64}")) return Hash.of(HexFormat.of().parseHex(genesis));
        try {
            return FabricProof.genesis(Files.readAllBytes(Path.of(genesis)));
        } catch (IOException e) {
            throw new UncheckedIOException("the genesis block " + genesis + " cannot be read", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return channel + ", " + chaincode + ", " + mspId + ", " + peers;
    }
}
