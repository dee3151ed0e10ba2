package org.wegweis.chaincode.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.wegweis.chaincode.SealChaincode;

/** One organisation's peer: it calls its own contract service and speaks the peer's side of the shim's protocol. */
public final class Peer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String PACKAGE = "seals:0123456789abcdef";
    /** Held, because the log manager itself forgets. */
    private static final Logger SHIM = Logger.getLogger("org.hyperledger");

    private final String msp;
    private final ManagedChannel channel;
    private final Runnable stop;
    private final CompletableFuture<String> registered = new CompletableFuture<>();
    private final Map<String, Simulation> running = new ConcurrentHashMap<>();
    private final StreamObserver<ChaincodeMessage> contract;
    private volatile WorldState state = WorldState.EMPTY;

    private Peer(String msp, ManagedChannel channel, Runnable stop) {
        this.msp = msp;
        this.channel = channel;
        this.stop = stop;
        this.contract = ChaincodeGrpc.newStub(channel).withWaitForReady().connect(new FromContract());
        registered.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTERED)
                .build());
        send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.READY).build());
    }

    /** A peer with a contract service of its own, in this process, on loopback. */
    static Peer start(String msp) {
        SHIM.setLevel(Level.OFF);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        var settings = new ChaincodeServerProperties();
        settings.setServerAddress(address);
        NettyChaincodeServer server;
        try {
            server = new NettyChaincodeServer(new SealChaincode(PACKAGE), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("contract of " + msp).start(() -> serve(server));
        return connect(
                msp, NettyChannelBuilder.forAddress(address).usePlaintext().build(), server::stop);
    }

    /** A peer whose contract service runs elsewhere. */
    public static Peer connect(String msp, ManagedChannel service, Runnable stop) {
        return new Peer(msp, service, stop);
    }

    private static void serve(NettyChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String msp() {
        return msp;
    }

    /** The id of the package, as the contract's service says it. */
    public String contractId() {
        return registered.join();
    }

    public WorldState state() {
        return state;
    }

    void moveTo(WorldState next) {
        state = next;
    }

    /** Runs a transaction on the state of now; changes nothing. Many may run at once. */
    public Simulated simulate(SignedProposal signed) {
        try {
            var proposal = Proposal.parseFrom(signed.getProposalBytes());
            var header = ChannelHeader.parseFrom(
                    Header.parseFrom(proposal.getHeader()).getChannelHeader());
            var input = ChaincodeInvocationSpec.parseFrom(ChaincodeProposalPayload.parseFrom(proposal.getPayload())
                            .getInput())
                    .getChaincodeSpec()
                    .getInput();
            var simulation = new Simulation(state);
            running.put(header.getTxId(), simulation);
            send(ChaincodeMessage.newBuilder()
                    .setType(ChaincodeMessage.Type.TRANSACTION)
                    .setTxid(header.getTxId())
                    .setChannelId(header.getChannelId())
                    .setPayload(input.toByteString())
                    .setProposal(signed)
                    .build());
            return simulation
                    .outcome()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a proposal", e);
        }
    }

    private void send(ChaincodeMessage message) {
        synchronized (contract) {
            contract.onNext(message);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        stop.run();
    }

    private final class FromContract implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            if (message.getType() == ChaincodeMessage.Type.REGISTER) {
                registered.complete(id(message.getPayload()));
                return;
            }
            var simulation = Optional.ofNullable(running.get(message.getTxid())).orElseThrow();
            simulation.answer(message).ifPresentOrElse(Peer.this::send, () -> running.remove(message.getTxid()));
        }

        private static String id(ByteString payload) {
            try {
                return ChaincodeID.parseFrom(payload).getName();
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onError(Throwable t) {
            broken(t);
        }

        @Override
        public void onCompleted() {
            broken(Status.UNAVAILABLE.withDescription("the contract hung up").asRuntimeException());
        }

        private void broken(Throwable why) {
            registered.completeExceptionally(why);
            running.values().forEach(simulation -> simulation.outcome().completeExceptionally(why));
        }
    }
}
