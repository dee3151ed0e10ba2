package org.wegweis.ledgerbridge.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.LedgerAway.At;

/** The contract, and the channel's blocks, through one peer. What the peer says is checked by nobody here. */
final class PeerGateway implements AutoCloseable {
    /** The system chaincode that hands out blocks. */
    private static final String BLOCKS = "qscc";

    private final FabricSettings settings;
    private final ManagedChannel connection;
    private final Gateway gateway;

    /** The peers have marked a transaction as invalid: it changed nothing. */
    static final class NotCommitted extends RuntimeException {
        NotCommitted(String code) {
            super("the transaction is marked " + code);
        }
    }

    private PeerGateway(FabricSettings settings, ManagedChannel connection, Gateway gateway) {
        this.settings = settings;
        this.connection = connection;
        this.gateway = gateway;
    }

    /** Does not connect before it is asked. */
    static PeerGateway open(FabricSettings settings, FabricSettings.Peer peer, String roots, Credentials credentials) {
        var builder = Grpc.newChannelBuilder(peer.address(), encryption(roots));
        if (peer.authority() != null) builder.overrideAuthority(peer.authority());
        var connection = builder.build();
        var patience = within(settings.patience());
        var gateway = Gateway.newInstance()
                .identity(new X509Identity(credentials.mspId(), credentials.certificate()))
                .signer(Signers.newPrivateKeySigner(credentials.key()))
                .hash(Hash.SHA256)
                .connection(connection)
                .evaluateOptions(patience)
                .endorseOptions(patience)
                .submitOptions(patience)
                .commitStatusOptions(within(settings.commitPatience()))
                .connect();
        return new PeerGateway(settings, connection, gateway);
    }

    private static ChannelCredentials encryption(String roots) {
        if (roots.isEmpty()) return InsecureChannelCredentials.create();
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(roots.getBytes(UTF_8)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnaryOperator<CallOptions> within(Duration patience) {
        return options -> options.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * What the contract answers to a question, by the word of one peer.
     *
     * @throws ContractRefused if it refuses
     * @throws LedgerAway if there is no answer
     */
    byte[] evaluate(String function, String... arguments) {
        return ask(settings.chaincode(), function, arguments);
    }

    /**
     * A block of the channel as the peer delivers it.
     *
     * @throws LedgerAway if there is no answer
     */
    byte[] block(long number) {
        return ask(BLOCKS, "GetBlockByNumber", settings.channel(), Long.toString(number));
    }

    private byte[] ask(String chaincode, String function, String... arguments) {
        try {
            return gateway.getNetwork(settings.channel())
                    .getContract(chaincode)
                    .evaluateTransaction(function, arguments);
        } catch (GatewayException e) {
            throw failed(At.QUERY, e.getStatus(), e.getDetails(), e);
        } catch (GatewayRuntimeException e) {
            throw failed(At.QUERY, e.getStatus(), e.getDetails(), e);
        }
    }

    /**
     * A call that as many peers have endorsed as the policy demands.
     *
     * @throws ContractRefused if the contract refuses
     * @throws LedgerAway if too few endorse, or not the same
     */
    Transaction endorse(String function, String... arguments) {
        var proposal = gateway.getNetwork(settings.channel())
                .getContract(settings.chaincode())
                .newProposal(function)
                .addArguments(arguments);
        if (!settings.organisations().isEmpty()) {
            proposal.setEndorsingOrganizations(settings.organisations().toArray(String[]::new));
        }
        try {
            return proposal.build().endorse();
        } catch (EndorseException e) {
            throw failed(At.ENDORSE, e.getStatus(), e.getDetails(), e);
        } catch (GatewayRuntimeException e) {
            throw failed(At.ENDORSE, e.getStatus(), e.getDetails(), e);
        }
    }

    /**
     * Has a transaction ordered, and waits until it is valid.
     *
     * @throws NotCommitted if the peers mark it as invalid
     * @throws LedgerAway if it is not known how it ended
     */
    void commit(Transaction transaction) {
        try {
            var status = transaction.submitAsync().getStatus();
            if (!status.isSuccessful()) throw new NotCommitted(status.getCode().name());
        } catch (SubmitException e) {
            throw failed(At.SUBMIT, e.getStatus(), e.getDetails(), e);
        } catch (CommitStatusException e) {
            throw failed(At.COMMIT_STATUS, e.getStatus(), e.getDetails(), e);
        } catch (GatewayRuntimeException e) {
            throw failed(At.SUBMIT, e.getStatus(), e.getDetails(), e);
        }
    }

    private static RuntimeException failed(At at, Status status, List<ErrorDetail> details, Exception cause) {
        String said = details.isEmpty()
                ? String.valueOf(status.getDescription())
                : details.stream()
                        .map(detail -> detail.getMspId() + " at " + detail.getAddress() + ": " + detail.getMessage())
                        .collect(Collectors.joining("; "));
        var messages = details.isEmpty()
                ? List.of(said)
                : details.stream().map(ErrorDetail::getMessage).toList();
        var refusals = messages.stream()
                .flatMap(message -> ContractRefused.in(message).stream())
                .toList();
        // peers that all refuse; if some do not, they disagree, which is no refusal
        boolean refused = refusals.size() == messages.size();
        return refused ? refusals.getFirst() : new LedgerAway(at, status.getCode() + ", " + said, cause);
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
