package org.wegweis.ledgerbridge.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.wegweis.chaincode.network.Consortium;
import org.wegweis.chaincode.network.Endorsed;
import org.wegweis.chaincode.network.Simulated;
import org.wegweis.evidence.fabric.TestCertifier.Identity;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.kernel.record.Hash;

/**
 * A channel of three organisations with a peer each: the real contract behind its real server, real signatures, blocks of
 * the real form, and a gateway a peer. Transactions are ordered one a block. What decides whether a transaction is valid
 * is ours, by Fabric's rules.
 */
public final class SmallNetwork implements AutoCloseable {
    public static final List<String> MEMBERS = List.of("Peer1MSP", "Peer2MSP", "Peer3MSP");
    private static final String CHAINCODE = "seals";

    public final TestChannel channel = TestChannel.bft(4, MEMBERS.size());
    private final Consortium consortium = new Consortium(MEMBERS.toArray(String[]::new));
    private final List<GatewayOfPeer> gateways = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    private final Map<String, Endorsed> endorsed = new ConcurrentHashMap<>();
    private final Map<String, Committed> committed = new HashMap<>();

    /** Organisations whose peers are away. */
    public final Set<String> away = ConcurrentHashMap.newKeySet();

    record Committed(TxValidationCode code, long block) {}

    public SmallNetwork() {
        channel.define(CHAINCODE);
        consortium.continueAt(channel.height());
        for (String member : MEMBERS) {
            var gateway = new GatewayOfPeer(this, member);
            gateways.add(gateway);
            try {
                servers.add(NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(gateway)
                        .build()
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The gateway of a member's peer, to make it misbehave. */
    GatewayOfPeer gateway(int member) {
        return gateways.get(member);
    }

    /** How a bridge reaches these members' peers. */
    public FabricSettings settings(Identity client, Integer... members) {
        return new FabricSettings(
                "seals",
                CHAINCODE,
                channel.genesis().hex(),
                client.msp(),
                pem(client.certificate()),
                pem(client.key()),
                Stream.of(members)
                        .map(member -> new FabricSettings.Peer(
                                "127.0.0.1:" + servers.get(member).getPort(), null, null))
                        .toList(),
                List.of(),
                "waste-routes",
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }

    /** The same as a file, as {@code infra/fabric/up} writes it. */
    public Path settingsFile(Path folder, Integer... members) throws IOException {
        var settings = settings(channel.client, members);
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), settings.certificate());
        Path key = Files.writeString(folder.resolve("key.pem"), settings.key());
        var lines = new StringBuilder(
                """
                wegweis.ledger.fabric.channel=%s
                wegweis.ledger.fabric.genesis=%s
                wegweis.ledger.fabric.msp-id=%s
                wegweis.ledger.fabric.certificate=%s
                wegweis.ledger.fabric.key=%s
                """.formatted(settings.channel(), settings.genesis(), settings.mspId(), certificate, key));
        for (int i = 0; i < settings.peers().size(); i++) {
            lines.append("wegweis.ledger.fabric.peers[%d].address=%s%n"
                    .formatted(i, settings.peers().get(i).address()));
        }
        return Files.writeString(folder.resolve("bridge.properties"), lines);
    }

    static String pem(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** One peer runs a call. */
    Simulated run(SignedProposal proposal, String member) {
        return consortium.peer(member).simulate(proposal);
    }

    /** All organisations whose peers are there run a call. */
    synchronized Endorsed endorse(SignedProposal proposal, Collection<String> wanted) {
        var endorsers = MEMBERS.stream()
                .filter(member -> !away.contains(member) && (wanted.isEmpty() || wanted.contains(member)))
                .toList();
        if (endorsers.size() < 2) throw new IllegalStateException("no combination of peers satisfies the policy");
        var result = consortium.endorse(proposal, endorsers);
        endorsed.put(result.transaction(), result);
        return result;
    }

    /** The transaction as the client shall sign it. */
    Envelope prepared(SignedProposal signed, Endorsed result) throws InvalidProtocolBufferException {
        var proposal = Proposal.parseFrom(signed.getProposalBytes());
        var header = Header.parseFrom(proposal.getHeader());
        var answer = result.simulated();
        var action = ChaincodeAction.newBuilder()
                .setResults(results(answer.set()))
                .setResponse(answer.response())
                .setChaincodeId(ChaincodeID.newBuilder().setName(CHAINCODE).setVersion("1.0"));
        answer.event().ifPresent(event -> action.setEvents(event.toByteString()));
        byte[] response = ProposalResponsePayload.newBuilder()
                .setProposalHash(ByteString.copyFrom(Hash.sha256(
                                header.getChannelHeader().toByteArray(),
                                header.getSignatureHeader().toByteArray(),
                                proposal.getPayload().toByteArray())
                        .bytes()))
                .setExtension(action.build().toByteString())
                .build()
                .toByteArray();
        var endorsedAction =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(ByteString.copyFrom(response));
        for (var peer : channel.peers) {
            if (!result.endorsers().contains(peer.msp())) continue;
            endorsedAction.addEndorsements(Endorsement.newBuilder()
                    .setEndorser(ByteString.copyFrom(peer.serialized()))
                    .setSignature(ByteString.copyFrom(peer.sign(response, peer.serialized()))));
        }
        var called = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal.getPayload())
                .setAction(endorsedAction);
        var transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(header.getSignatureHeader())
                        .setPayload(called.build().toByteString()));
        var payload = Payload.newBuilder()
                .setHeader(header)
                .setData(transaction.build().toByteString());
        return Envelope.newBuilder().setPayload(payload.build().toByteString()).build();
    }

    /** What the peers have endorsed, with signatures over something else. */
    static EndorseResponse withOtherSignatures(EndorseResponse response) {
        try {
            var envelope = response.getPreparedTransaction();
            var payload = Payload.parseFrom(envelope.getPayload());
            var transaction = Transaction.parseFrom(payload.getData());
            var called =
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
            var action = called.getAction().toBuilder();
            for (int i = 0; i < action.getEndorsementsCount(); i++) {
                var other = action.getEndorsements((i + 1) % action.getEndorsementsCount());
                action.setEndorsements(i, action.getEndorsements(i).toBuilder().setSignature(other.getSignature()));
            }
            var changed = transaction.toBuilder()
                    .setActions(
                            0,
                            transaction.getActions(0).toBuilder()
                                    .setPayload(called.toBuilder()
                                            .setAction(action)
                                            .build()
                                            .toByteString()));
            return EndorseResponse.newBuilder()
                    .setPreparedTransaction(envelope.toBuilder()
                            .setPayload(payload.toBuilder()
                                    .setData(changed.build().toByteString())
                                    .build()
                                    .toByteString()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ByteString results(KVRWSet set) {
        var definition = KVRead.newBuilder()
                .setKey(channel.definitionKey(CHAINCODE))
                .setVersion(Version.newBuilder().setBlockNum(channel.definedIn(CHAINCODE)));
        return TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace("_lifecycle")
                        .setRwset(KVRWSet.newBuilder()
                                .addReads(definition)
                                .build()
                                .toByteString()))
                .addNsRwset(NsReadWriteSet.newBuilder().setNamespace(CHAINCODE).setRwset(set.toByteString()))
                .build()
                .toByteString();
    }

    /** Orders a transaction into a block of its own. */
    synchronized void order(Envelope envelope) throws InvalidProtocolBufferException {
        var header = ChannelHeader.parseFrom(
                Payload.parseFrom(envelope.getPayload()).getHeader().getChannelHeader());
        var transaction = Optional.ofNullable(endorsed.get(header.getTxId())).orElseThrow();
        long block = channel.height();
        consortium.continueAt(block);
        var code = consortium.commit(transaction).getFirst();
        channel.order(envelope.toByteArray(), (byte) code.getNumber());
        committed.putIfAbsent(header.getTxId(), new Committed(code, block));
    }

    synchronized Optional<Committed> committed(String transaction) {
        return Optional.ofNullable(committed.get(transaction));
    }

    synchronized byte[] block(long number) {
        return channel.block(number);
    }

    /** How many transactions were ever ordered. */
    synchronized int ordered() {
        return committed.size();
    }

    @Override
    public void close() {
        servers.forEach(Server::shutdownNow);
        consortium.close();
    }
}
