package org.wegweis.chaincode.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * Makes proposals as a client would, without a signature and with a certificate of words.
 *
 * @param nonce and {@code seconds}, the client's clock, which the contract must not notice
 */
public record Proposals(String channel, byte[] nonce, long seconds) {

    public SignedProposal of(String msp, String transaction, List<byte[]> call) {
        var creator = SerializedIdentity.newBuilder()
                .setMspid(msp)
                .setIdBytes(ByteString.copyFromUtf8("a clerk of " + msp))
                .build()
                .toByteString();
        var channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTxId(transaction)
                .setChannelId(channel)
                .setTimestamp(Timestamp.newBuilder().setSeconds(seconds));
        var signatureHeader = SignatureHeader.newBuilder().setCreator(creator).setNonce(ByteString.copyFrom(nonce));
        var spec = ChaincodeSpec.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName("seals"))
                .setInput(ChaincodeInput.newBuilder()
                        .addAllArgs(call.stream().map(ByteString::copyFrom).toList()));
        var proposal = Proposal.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader.build().toByteString())
                        .setSignatureHeader(signatureHeader.build().toByteString())
                        .build()
                        .toByteString())
                .setPayload(ChaincodeProposalPayload.newBuilder()
                        .setInput(ChaincodeInvocationSpec.newBuilder()
                                .setChaincodeSpec(spec)
                                .build()
                                .toByteString())
                        .build()
                        .toByteString());
        return SignedProposal.newBuilder()
                .setProposalBytes(proposal.build().toByteString())
                .build();
    }

    public static List<byte[]> utf8(String... call) {
        return Arrays.stream(call)
                .map(part -> ByteString.copyFromUtf8(part).toByteArray())
                .toList();
    }
}
