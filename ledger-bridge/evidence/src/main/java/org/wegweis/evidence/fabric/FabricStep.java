package org.wegweis.evidence.fabric;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param german a whole sentence
 * @param english the same
 * @param caveat what makes it worth less, although it holds
 */
public record FabricStep(Code code, Result result, String german, String english, Optional<Caveat> caveat) {

    /** What was looked at, in this order. The names are fixed: programs switch on them. */
    public enum Code {
        /** The first block is the trusted one. */
        LEDGER_GENESIS("Erster Block des Kanals", "First block of the channel"),
        /** Each config was agreed upon by the orderers of the one before. */
        LEDGER_CONFIGS("Konfigurationen des Kanals", "Configs of the channel"),
        /** The orderers have agreed upon the block. */
        LEDGER_BLOCK("Block des Siegels", "Block of the seal"),
        /** Somebody of the channel has submitted the transaction, and its endorsements are genuine. */
        LEDGER_TRANSACTION("Transaktion des Siegels", "Transaction of the seal"),
        /** Who must endorse was agreed upon, and was in force. */
        LEDGER_DEFINITION("Festlegung des Chaincodes", "Definition of the chaincode"),
        /** Those have endorsed who must. */
        LEDGER_ENDORSED("Zustimmung der Organisationen", "Endorsement by the organisations"),
        /** Organisations show that the transaction was valid. */
        LEDGER_VALID("Gültigkeit der Transaktion", "Validity of the transaction"),
        /** The value that was written. */
        LEDGER_VALUE("Gesiegelter Wert", "Sealed value");

        private final String german;
        private final String english;

        Code(String german, String english) {
            this.german = german;
            this.english = english;
        }

        public String german() {
            return german;
        }

        public String english() {
            return english;
        }

        /** For example {@code ledger-genesis}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Result {
        HOLDS,
        DOES_NOT_HOLD,
        NOT_CHECKED
    }
}
