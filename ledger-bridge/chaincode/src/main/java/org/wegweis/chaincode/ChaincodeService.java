package org.wegweis.chaincode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * Serves the contract to one peer, which calls in. Settings come from the environment:
 *
 * <ul>
 *   <li>{@code CHAINCODE_SERVER_ADDRESS}: where to listen, {@code host:port}
 *   <li>{@code CORE_CHAINCODE_ID_NAME}: the package's id, as {@code peer lifecycle chaincode} shows it
 *   <li>{@code CHAINCODE_TLS_KEY}, {@code CHAINCODE_TLS_CERT}: PEM files; without them there is no TLS
 *   <li>{@code CHAINCODE_CLIENT_CA_CERT}: PEM file; if given, only a peer with a certificate of that authority gets in
 * </ul>
 */
public final class ChaincodeService {
    private ChaincodeService() {}

    /** Runs until the process ends; exit code 2 if a setting is missing or wrong. */
    public static void main(String[] args) throws IOException, InterruptedException {
        ChaincodeServerProperties settings;
        String id;
        try {
            id = needed(System.getenv(), "CORE_CHAINCODE_ID_NAME");
            settings = settings(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new NettyChaincodeServer(new SealChaincode(id), settings).start();
    }

    static ChaincodeServerProperties settings(Map<String, String> environment) {
        var settings = new ChaincodeServerProperties();
        settings.setServerAddress(address(needed(environment, "CHAINCODE_SERVER_ADDRESS")));
        var key = given(environment, "CHAINCODE_TLS_KEY");
        var certificate = given(environment, "CHAINCODE_TLS_CERT");
        var client = given(environment, "CHAINCODE_CLIENT_CA_CERT");
        if (key.isPresent() != certificate.isPresent() || (client.isPresent() && key.isEmpty())) {
            throw new IllegalArgumentException("CHAINCODE_TLS_KEY and CHAINCODE_TLS_CERT go together, and"
                    + " CHAINCODE_CLIENT_CA_CERT needs both");
        }
        settings.setTlsEnabled(key.isPresent());
        key.ifPresent(settings::setKeyFile);
        certificate.ifPresent(settings::setKeyCertChainFile);
        client.ifPresent(settings::setTrustCertCollectionFile);
        return settings;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0) return new InetSocketAddress(text.substring(0, colon), port);
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new IllegalArgumentException("CHAINCODE_SERVER_ADDRESS needs host:port, not " + text);
    }

    private static String needed(Map<String, String> environment, String name) {
        return given(environment, name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
