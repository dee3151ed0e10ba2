package org.wegweis.chaincode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement.RoleType;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.wegweis.chaincode.contract.ReadableState;
import org.wegweis.chaincode.contract.WritableState;

/** The channel's state, as the peer lets one transaction see it. */
record StubState(ChaincodeStub stub) implements ReadableState, WritableState {

    @Override
    public Optional<byte[]> get(String key) {
        // the peer gives no bytes for what is not there
        return Optional.of(stub.getState(key)).filter(value -> value.length > 0);
    }

    @Override
    public List<byte[]> between(String from, String to, int most) {
        var values = new ArrayList<byte[]>();
        try (var found = stub.getStateByRange(from, to)) {
            var each = found.iterator();
            while (values.size() < most && each.hasNext())
                values.add(each.next().getValue());
            return values;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the peer's answer cannot be closed", e);
        }
    }

    @Override
    public void put(String key, byte[] value) {
        stub.putState(key, value);
    }

    /** The role PEER, not MEMBER: a clerk's certificate endorses nothing. */
    @Override
    public void demandEndorsement(String key, String msp) {
        var policy = StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(new byte[0]);
        policy.addOrgs(RoleType.RoleTypePeer, msp);
        stub.setStateValidationParameter(key, policy.policy());
    }

    @Override
    public void announce(String event, byte[] payload) {
        stub.setEvent(event, payload);
    }
}
