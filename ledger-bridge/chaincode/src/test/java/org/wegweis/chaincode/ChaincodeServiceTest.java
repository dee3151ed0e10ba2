package org.wegweis.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.util.SelfSignedCertificate;
import io.grpc.stub.StreamObserver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wegweis.chaincode.network.Peer;
import org.wegweis.chaincode.network.Proposals;

/** The service as an operator starts it: a process of its own, with settings from its environment. */
class ChaincodeServiceTest {
    private final int port = Peer.freePort();
    private final String address = "127.0.0.1:" + port;

    @Nullable
    private Process service;

    @AfterEach
    void the_service_stops() {
        if (service != null) service.destroyForcibly();
    }

    @Test
    void it_serves_a_peer_with_128_megabytes() throws IOException {
        var process = start(Map.of("CHAINCODE_SERVER_ADDRESS", address, "CORE_CHAINCODE_ID_NAME", "seals:1234"));
        try (var peer = Peer.connect(
                "TownMSP",
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build(),
                process::destroy)) {
            assertThat(peer.contractId()).isEqualTo("seals:1234");
            assertThat(logs(peer)).isEqualTo("{\"answer\":\"logs\",\"logs\":[]}");
        }
    }

    @Test
    void with_tls_only_a_peer_whose_certificate_it_trusts_gets_in() throws Exception {
        var own = new SelfSignedCertificate("localhost");
        var peers = new SelfSignedCertificate("peer");
        var process = start(Map.of(
                "CHAINCODE_SERVER_ADDRESS", address,
                "CORE_CHAINCODE_ID_NAME", "seals:1234",
                "CHAINCODE_TLS_KEY", own.privateKey().getPath(),
                "CHAINCODE_TLS_CERT", own.certificate().getPath(),
                "CHAINCODE_CLIENT_CA_CERT", peers.certificate().getPath()));
        try (var peer = Peer.connect("TownMSP", channel(own, peers), process::destroy)) {
            assertThat(logs(peer)).contains("\"answer\":\"logs\"");
            var stranger = channel(own, new SelfSignedCertificate("stranger"));
            assertThat(answer(stranger)).isEqualTo(Status.Code.UNAVAILABLE);
            stranger.shutdownNow();
        }
    }

    @Test
    void without_its_settings_it_says_so_and_ends() throws Exception {
        var process = start(Map.of("CHAINCODE_SERVER_ADDRESS", address));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void settings_are_checked() {
        wrong(Map.of(), "CHAINCODE_SERVER_ADDRESS is not set");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", " "), "CHAINCODE_SERVER_ADDRESS is not set");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", "9999"), "host:port");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", "localhost:many"), "host:port");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", "localhost:99999"), "host:port");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", address, "CHAINCODE_TLS_KEY", "key.pem"), "go together");
        wrong(Map.of("CHAINCODE_SERVER_ADDRESS", address, "CHAINCODE_CLIENT_CA_CERT", "ca.pem"), "needs both");
    }

    private static void wrong(Map<String, String> environment, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChaincodeService.settings(environment))
                .withMessageContaining(says);
    }

    /** OK if the contract says a word. */
    private static Status.Code answer(ManagedChannel channel) {
        var answer = new CompletableFuture<Status.Code>();
        ChaincodeGrpc.newStub(channel).connect(new StreamObserver<>() {
            @Override
            public void onNext(ChaincodeMessage message) {
                answer.complete(Status.Code.OK);
            }

            @Override
            public void onError(Throwable t) {
                answer.complete(Status.fromThrowable(t).getCode());
            }

            @Override
            public void onCompleted() {
                answer.complete(Status.Code.CANCELLED);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static String logs(Peer peer) {
        var proposals = new Proposals("seals", new byte[] {1}, 1_700_000_000);
        return peer.simulate(proposals.of("TownMSP", "tx1", Proposals.utf8("logs")))
                .text();
    }

    private ManagedChannel channel(SelfSignedCertificate service, SelfSignedCertificate peer) throws IOException {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .overrideAuthority("localhost")
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(service.certificate())
                        .keyManager(peer.certificate(), peer.privateKey())
                        .build())
                .build();
    }

    private Process start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ChaincodeService.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("CORE_") || name.startsWith("CHAINCODE_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(new File("target", "chaincode-service.log"));
        var process = builder.start();
        service = process;
        return process;
    }
}
