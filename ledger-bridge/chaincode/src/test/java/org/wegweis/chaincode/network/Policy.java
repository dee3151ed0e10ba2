package org.wegweis.chaincode.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Who must have endorsed a change, as a key says it. */
record Policy(SignaturePolicyEnvelope envelope) {

    static Policy parse(ByteString bytes) {
        try {
            return new Policy(SignaturePolicyEnvelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("not a policy", e);
        }
    }

    /** @param endorsers organisations whose peers have endorsed */
    boolean allows(Set<String> endorsers) {
        return allows(envelope.getRule(), endorsers);
    }

    private boolean allows(SignaturePolicy rule, Set<String> endorsers) {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> isOf(envelope.getIdentities(rule.getSignedBy()), endorsers);
            case N_OUT_OF ->
                rule.getNOutOf().getRulesList().stream()
                                .filter(each -> allows(each, endorsers))
                                .count()
                        >= rule.getNOutOf().getN();
            case TYPE_NOT_SET -> false;
        };
    }

    private static boolean isOf(MSPPrincipal principal, Set<String> endorsers) {
        if (principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) return false;
        try {
            var role = MSPRole.parseFrom(principal.getPrincipal());
            boolean peers = switch (role.getRole()) {
                case PEER, MEMBER -> true;
                case ADMIN, CLIENT, ORDERER, UNRECOGNIZED -> false;
            };
            return peers && endorsers.contains(role.getMspIdentifier());
        } catch (InvalidProtocolBufferException _) {
            return false;
        }
    }
}
