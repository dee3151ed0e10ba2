package org.wegweis.ledgerbridge.fabric;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;

/** The gateway of one peer, as honest and as reachable as a test wants it. */
final class GatewayOfPeer extends GatewayGrpc.GatewayImplBase {
    private final SmallNetwork network;
    private final String member;

    /** What it tells of what the contract answers to a question. */
    volatile UnaryOperator<byte[]> tells = UnaryOperator.identity();

    /** What it tells of what the peers answer to a call that is to be submitted. */
    volatile UnaryOperator<EndorseResponse> handsOut = UnaryOperator.identity();

    /** What happens when it is to submit, before it does; whatever this throws it answers. */
    volatile Runnable beforeOrdering = () -> {};

    /** What happens after it has submitted, before it says so. */
    volatile Runnable afterOrdering = () -> {};

    GatewayOfPeer(SmallNetwork network, String member) {
        this.network = network;
        this.member = member;
    }

    private volatile @Nullable EndorseResponse lastHandedOut;

    /** Honest and reachable again. */
    void behave() {
        tells = UnaryOperator.identity();
        handsOut = UnaryOperator.identity();
        beforeOrdering = () -> {};
        afterOrdering = () -> {};
    }

    EndorseResponse lastHandedOut() {
        return Objects.requireNonNull(lastHandedOut);
    }

    static StatusRuntimeException unavailable() {
        return failed(Code.UNAVAILABLE, "the peer has gone", List.of());
    }

    private interface Work<T> {
        T done() throws InvalidProtocolBufferException;
    }

    private <T> void answer(StreamObserver<T> caller, Work<T> work) {
        try {
            if (network.away.contains(member)) throw unavailable();
            caller.onNext(work.done());
            caller.onCompleted();
        } catch (StatusRuntimeException e) {
            caller.onError(e);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            caller.onError(failed(Code.INTERNAL, String.valueOf(e.getMessage()), List.of()));
        }
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> caller) {
        answer(caller, () -> {
            requireCurrent(request.getProposedTransaction());
            var call = call(request.getProposedTransaction());
            if (call.getChaincodeId().getName().equals("qscc")) {
                byte[] block =
                        network.block(Long.parseLong(call.getInput().getArgs(2).toStringUtf8()));
                return answered(block);
            }
            var simulated = network.run(request.getProposedTransaction(), member);
            if (!simulated.isEndorsed()) throw refused(simulated.text(), List.of(member));
            return answered(tells.apply(simulated.response().getPayload().toByteArray()));
        });
    }

    private static EvaluateResponse answered(byte[] payload) {
        return EvaluateResponse.newBuilder()
                .setResult(Response.newBuilder().setStatus(200).setPayload(ByteString.copyFrom(payload)))
                .build();
    }

    /** A peer looks at the clock when it looks at a certificate. */
    private static void requireCurrent(SignedProposal signed) throws InvalidProtocolBufferException {
        var header = SignatureHeader.parseFrom(
                Header.parseFrom(Proposal.parseFrom(signed.getProposalBytes()).getHeader())
                        .getSignatureHeader());
        var creator = SerializedIdentity.parseFrom(header.getCreator());
        try {
            Identities.readX509Certificate(creator.getIdBytes().toStringUtf8()).checkValidity();
        } catch (CertificateException e) {
            throw failed(Code.PERMISSION_DENIED, "access denied: the certificate has expired", List.of());
        }
    }

    private static ChaincodeSpec call(SignedProposal signed) throws InvalidProtocolBufferException {
        var payload = ChaincodeProposalPayload.parseFrom(
                Proposal.parseFrom(signed.getProposalBytes()).getPayload());
        return ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec();
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> caller) {
        answer(caller, () -> {
            var proposal = request.getProposedTransaction();
            requireCurrent(proposal);
            var endorsed = network.endorse(proposal, request.getEndorsingOrganizationsList());
            if (!endorsed.simulated().isEndorsed()) {
                throw refused(endorsed.simulated().text(), SmallNetwork.MEMBERS);
            }
            var response = EndorseResponse.newBuilder()
                    .setPreparedTransaction(network.prepared(proposal, endorsed))
                    .build();
            lastHandedOut = response;
            return handsOut.apply(response);
        });
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> caller) {
        answer(caller, () -> {
            beforeOrdering.run();
            network.order(request.getPreparedTransaction());
            afterOrdering.run();
            return SubmitResponse.getDefaultInstance();
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> caller) {
        answer(caller, () -> {
            var transaction =
                    CommitStatusRequest.parseFrom(request.getRequest()).getTransactionId();
            var committed = network.committed(transaction).orElseThrow(GatewayOfPeer::unavailable);
            return CommitStatusResponse.newBuilder()
                    .setResult(committed.code())
                    .setBlockNumber(committed.block())
                    .build();
        });
    }

    /** As a gateway frames what a contract refuses. */
    static StatusRuntimeException refused(String message, Collection<String> members) {
        return failed(
                Code.ABORTED,
                "failed to endorse transaction, see attached details for more info",
                members.stream()
                        .map(msp -> ErrorDetail.newBuilder()
                                .setAddress("peer." + msp)
                                .setMspId(msp)
                                .setMessage("chaincode response 400, " + message)
                                .build())
                        .toList());
    }

    private static StatusRuntimeException failed(Code code, String message, List<ErrorDetail> details) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addAllDetails(details.stream().map(Any::pack).toList())
                .build());
    }
}
