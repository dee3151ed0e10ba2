package org.wegweis.evidence.fabric;

import java.util.Optional;

/** What the organisations have agreed upon about a chaincode, as its transaction wrote it to {@value #NAMESPACE}. */
final class Definition {
    static final String NAMESPACE = "_lifecycle";
    static final String SEQUENCE = "Sequence";
    static final String POLICY = "/Channel/Application/LifecycleEndorsement";

    private static final String VALIDATION = "ValidationInfo";

    private Definition() {}

    static String key(String chaincode, String field) {
        return "namespaces/fields/" + chaincode + "/" + field;
    }

    static boolean isWrittenBy(Transaction transaction, String chaincode) {
        return transaction.chaincode().equals(NAMESPACE)
                && transaction.ofChaincode().value(key(chaincode, SEQUENCE)).isPresent();
    }

    /** Which transaction had defined the chaincode before this one. */
    static Optional<Version> before(Transaction transaction, String chaincode) {
        return transaction.ofChaincode().version(key(chaincode, SEQUENCE));
    }

    /** Whether it says who must endorse; a later definition that does not change it writes nothing. */
    static boolean saysWhoEndorses(Transaction transaction, String chaincode) {
        return transaction.ofChaincode().value(key(chaincode, VALIDATION)).isPresent();
    }

    /** Who must endorse the chaincode's transactions. */
    static Policy policy(Transaction transaction, String chaincode, ChannelConfig config) {
        byte[] state =
                transaction.ofChaincode().value(key(chaincode, VALIDATION)).orElseThrow();
        var validation = Message.read(Message.read(state, 2).bytes(2), 1, 2);
        if (!validation.text(1).equals("vscc")) {
            throw new Broken(
                    "der Chaincode wird nicht auf die übliche Weise geprüft",
                    "the chaincode is not validated in the usual way");
        }
        var parameter = Message.read(validation.bytes(2), 1, 2);
        var signatures = parameter.optional(1);
        if (signatures.isPresent() == parameter.optional(2).isPresent())
            throw Broken.unreadable("a chaincode's policy");
        return signatures.<Policy>map(Policy.OfPrincipals::read).orElseGet(() -> config.policy(parameter.text(2)));
    }
}
