package org.wegweis.chaincode.network;

import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;

/** What one peer got when it ran a transaction: the contract's response, and what was read and would be written. */
public record Simulated(Response response, KVRWSet set, Optional<ChaincodeEvent> event) {

    /** A peer signs no response of status 400 and above. */
    public boolean isEndorsed() {
        return response.getStatus() < 400;
    }

    /** The payload of a yes, the message of a no. */
    public String text() {
        return isEndorsed() ? response.getPayload().toStringUtf8() : response.getMessage();
    }
}
