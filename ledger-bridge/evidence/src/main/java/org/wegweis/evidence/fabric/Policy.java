package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.util.BitSet;
import java.util.List;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Whose signatures are enough. */
interface Policy {

    /** @param signers each of them once, each having signed */
    boolean isMetBy(List<Signer> signers);

    /** As many organisations as the rule asks for, each by its own policy of that name. */
    record OfOrganisations(ImplicitMetaPolicy.Rule rule, List<Policy> organisations) implements Policy {
        @Override
        public boolean isMetBy(List<Signer> signers) {
            int all = organisations.size();
            int needed = switch (rule) {
                case ANY -> 1;
                case ALL -> Math.max(all, 1);
                case MAJORITY -> all / 2 + 1;
                case UNRECOGNIZED -> throw new WrongProof("eine unbekannte Regel", "an unknown rule");
            };
            return organisations.stream().filter(one -> one.isMetBy(signers)).count() >= needed;
        }
    }

    /** A rule over signers; each of them counts once in it. */
    record OfSigners(SignaturePolicyEnvelope envelope) implements Policy {

        static OfSigners parse(ByteString bytes) {
            return new OfSigners(Wire.read(SignaturePolicyEnvelope.parser(), bytes, "policy"));
        }

        @Override
        public boolean isMetBy(List<Signer> signers) {
            return isMet(envelope.getRule(), signers, new BitSet());
        }

        private boolean isMet(SignaturePolicy rule, List<Signer> signers, BitSet used) {
            return switch (rule.getTypeCase()) {
                case SIGNED_BY -> isSigned(rule.getSignedBy(), signers, used);
                case N_OUT_OF -> {
                    if (rule.getNOutOf().getN() < 1) throw unknown(); // nobody's signature would be enough
                    int met = 0;
                    for (var one : rule.getNOutOf().getRulesList()) {
                        var tried = (BitSet) used.clone();
                        if (!isMet(one, signers, tried)) continue;
                        met++;
                        used.or(tried);
                    }
                    yield met >= rule.getNOutOf().getN();
                }
                case TYPE_NOT_SET -> throw unknown();
            };
        }

        private boolean isSigned(int index, List<Signer> signers, BitSet used) {
            if (index < 0 || index >= envelope.getIdentitiesCount()) throw unknown();
            var wanted = envelope.getIdentities(index);
            for (int i = 0; i < signers.size(); i++) {
                if (used.get(i) || !isOne(wanted, signers.get(i))) continue;
                used.set(i);
                return true;
            }
            return false;
        }

        private static boolean isOne(MSPPrincipal wanted, Signer signer) {
            if (wanted.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) throw unknown();
            var role = Wire.read(MSPRole.parser(), wanted.getPrincipal(), "role");
            var msp = signer.msp();
            if (!role.getMspIdentifier().equals(msp.id())) return false;
            return switch (role.getRole()) {
                case MEMBER -> true;
                case ADMIN -> msp.isAdmin(signer.certificate());
                case CLIENT -> msp.isClient(signer.certificate());
                case PEER -> msp.isPeer(signer.certificate());
                case ORDERER -> msp.isOrderer(signer.certificate());
                case UNRECOGNIZED -> throw unknown();
            };
        }

        private static WrongProof unknown() {
            return new WrongProof(
                    "eine Regel für Unterschriften, die niemand kennt", "a rule for signatures that nobody knows");
        }
    }
}
