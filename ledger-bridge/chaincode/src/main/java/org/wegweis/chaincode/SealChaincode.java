package org.wegweis.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.traces.Traces;
import org.wegweis.chaincode.contract.Answer;
import org.wegweis.chaincode.contract.SealContract;
import org.wegweis.chaincode.contract.Submission;

/**
 * The contract, as a peer calls it. What the contract answers is the response's payload, with status 200. What it refuses
 * is the response's message, with status 400: a gateway hands on the message of a refusal, not its payload.
 */
public final class SealChaincode extends ChaincodeBase {
    private static final Logger LOG = Logger.getLogger(SealChaincode.class.getName());
    private static final String BROKEN = "{\"error\":\"BROKEN\",\"says\":\"the contract's own fault, see its log\"}";

    /** @param id of the package, as the peer knows it */
    public SealChaincode(String id) {
        processCommandLineOptions(new String[] {"--id", id});
        validateOptions();
        Properties off = getChaincodeConfig();
        Metrics.initialize(off);
        Traces.initialize(off);
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return new Response(Response.Status.SUCCESS, "", new byte[0]);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            var state = new StubState(stub);
            return switch (SealContract.answer(stub.getArgs(), submission(stub), state, state)) {
                case Answer.Given(var json) -> new Response(Response.Status.SUCCESS, "", json.canonicalBytes());
                case Answer.Refused refused ->
                    new Response(Response.Status.ERROR_THRESHOLD, refused.json().canonical(), new byte[0]);
            };
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "transaction " + stub.getTxId() + " broke", e);
            return new Response(Response.Status.INTERNAL_SERVER_ERROR, BROKEN, new byte[0]);
        }
    }

    /** The peer has checked the certificate and the signature before. */
    private static Submission submission(ChaincodeStub stub) {
        byte[] creator = stub.getCreator();
        try {
            String msp =
                    creator == null ? "" : SerializedIdentity.parseFrom(creator).getMspid();
            return new Submission(msp, stub.getTxId());
        } catch (InvalidProtocolBufferException _) {
            return new Submission("", stub.getTxId());
        }
    }
}
