package org.wegweis.evidence.verification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** One thing that was looked at. */
public record Step(Code code, Result result, Sentence sentence) {

    /**
     * What was looked at, and on whose word a step that holds rests. The names are fixed: programs switch on them. Those of
     * a package stand first, in the order in which they are looked at; then those of what the log itself hands out.
     */
    public enum Code {
        CONTAINER_READABLE(RestsOn.ARITHMETIC, "Behälter", "Container"),
        PARTS_COMPLETE(RestsOn.ARITHMETIC, "Inhaltsverzeichnis", "List of contents"),
        CONTAINER_SIGNATURE(RestsOn.SEAL_KEY, "Siegel des Betreibers", "The operator's seal"),
        SEAL_CERTIFICATE(RestsOn.TRUST_FILE, "Siegelzertifikat", "Seal certificate"),
        EVIDENCE_RECORD(RestsOn.TIME_STAMP_AUTHORITIES, "Evidence Record", "Evidence record"),
        RECORDS_CANONICAL(RestsOn.ARITHMETIC, "Form der Einträge", "Form of the records"),
        RECORDS_CHAINED(RestsOn.ARITHMETIC, "Kette der Einträge", "Chain of the records"),
        DISCLOSURES_MATCH(RestsOn.ARITHMETIC, "Offengelegte Angaben", "Disclosed values"),
        STATEMENTS_COMMITTED(RestsOn.ARITHMETIC, "Erklärungen", "Statements"),
        STATEMENTS_SIGNED(RestsOn.DEVICE_KEYS, "Unterschriften der Geräte", "Signatures of the devices"),
        STATEMENTS_AGREE(RestsOn.ARITHMETIC, "Erklärt und eingetragen", "Stated and recorded"),
        DEVICES_ENROLLED(RestsOn.SEAL_KEY, "Anmeldung der Geräte", "Enrolment of the devices"),
        RECORDS_IN_LOG(RestsOn.ARITHMETIC, "Beweise des Protokolls", "Proofs of the log"),
        CHECKPOINT_SIGNED(RestsOn.LOG_KEY, "Unterschrift unter dem Prüfpunkt", "Signature of the checkpoint"),
        WITNESSES_COSIGNED(RestsOn.WITNESS_KEYS, "Zeugen", "Witnesses"),
        TIME_STAMPED(RestsOn.TIME_STAMP_AUTHORITIES, "Zeitstempel", "Time stamp"),
        LEDGER_SEALED(RestsOn.LEDGER_KEY, "Gegenzeichnung des Ledgers", "The ledger's countersignature"),
        LEDGER_GENESIS(RestsOn.TRUST_FILE, "Erster Block des Kanals", "First block of the channel"),
        LEDGER_CONFIGS(RestsOn.ORDERERS, "Konfigurationen des Kanals", "Configs of the channel"),
        LEDGER_BLOCK(RestsOn.ORDERERS, "Block des Siegels", "Block of the seal"),
        LEDGER_TRANSACTION(RestsOn.ARITHMETIC, "Transaktion des Siegels", "Transaction of the seal"),
        LEDGER_DEFINITION(RestsOn.ORGANISATIONS, "Festlegung des Vertrags", "Definition of the contract"),
        LEDGER_ENDORSED(RestsOn.ORGANISATIONS, "Zustimmung der Organisationen", "Endorsement by the organisations"),
        LEDGER_VALID(RestsOn.ORGANISATIONS, "Gültigkeit der Transaktion", "Validity of the transaction"),
        LEDGER_VALUE(RestsOn.ARITHMETIC, "Gesiegelter Wert", "Sealed value"),
        INDEPENDENTLY_SEALED(RestsOn.ORGANISATIONS, "Unabhängiges Siegel", "Independent seal"),
        TRUST_READABLE(RestsOn.TRUST_FILE, "Vertrauensdatei", "Trust file"),
        PROOF_READABLE(RestsOn.ARITHMETIC, "Beweis des Protokolls", "Proof of the log"),
        ENTRY_IN_LOG(RestsOn.ARITHMETIC, "Platz im Protokoll", "Place in the log"),
        CHECKPOINT_READABLE(RestsOn.ARITHMETIC, "Prüfpunkt", "Checkpoint"),
        OLD_CHECKPOINT_SIGNED(
                RestsOn.LOG_KEY, "Unterschrift unter dem älteren Prüfpunkt", "Signature of the older checkpoint"),
        CHECKPOINT_CONSISTENT(RestsOn.ARITHMETIC, "Fortsetzung des Protokolls", "Continuation of the log"),
        MIRROR_COMPLETE(RestsOn.ARITHMETIC, "Vollständigkeit der Kopie", "Completeness of the mirror"),
        TILES_MATCH(RestsOn.ARITHMETIC, "Kacheln der Kopie", "Tiles of the mirror"),
        ROOT_MATCHES(RestsOn.ARITHMETIC, "Wurzel des Protokolls", "Root of the log");

        /** Where nothing more can be looked at if such a one, standing first, does not hold. */
        private static final Set<Code> READABLE =
                EnumSet.of(CONTAINER_READABLE, TRUST_READABLE, PROOF_READABLE, CHECKPOINT_READABLE);

        private final RestsOn restsOn;
        private final String german;
        private final String english;

        Code(RestsOn restsOn, String german, String english) {
            this.restsOn = restsOn;
            this.german = german;
            this.english = english;
        }

        /** What is looked at, in a word or two. */
        public Sentence what() {
            return new Sentence(german, english);
        }

        public RestsOn restsOn() {
            return restsOn;
        }

        boolean isReading() {
            return READABLE.contains(this);
        }

        /** For example {@code records-chained}. */
        public String text() {
            return lowerCase(this);
        }
    }

    public enum Result {
        HOLDS,
        DOES_NOT_HOLD,
        NOT_CHECKED;

        /** For example {@code not-checked}. */
        public String text() {
            return lowerCase(this);
        }
    }

    /** On whose word; the German words stand in the dative. */
    public enum RestsOn {
        ARITHMETIC("Nachrechnen, niemandes Wort", "arithmetic, nobody's word"),
        SEAL_KEY("dem Siegelschlüssel des Betreibers", "the operator's seal key"),
        TRUST_FILE("der Vertrauensdatei", "the trust file"),
        DEVICE_KEYS("den Schlüsseln der Geräte", "the keys of the devices"),
        LOG_KEY("dem Protokollschlüssel des Betreibers", "the operator's log key"),
        WITNESS_KEYS("den Schlüsseln der Zeugen", "the witnesses' keys"),
        TIME_STAMP_AUTHORITIES("den Zeitstempelstellen der Vertrauensdatei", "the trust file's time-stamp authorities"),
        LEDGER_KEY("dem Schlüssel des lokalen Ledgers, also dem Betreiber", "the local ledger's key, so the operator"),
        ORDERERS(
                "den Orderern des Kanals, von denen die meisten ehrlich sind",
                "the channel's orderers, most of them honest"),
        ORGANISATIONS(
                "den Organisationen des Kanals, von denen die meisten ehrlich sind",
                "the channel's organisations, most of them honest");

        private final String german;
        private final String english;

        RestsOn(String german, String english) {
            this.german = german;
            this.english = english;
        }

        public Sentence words() {
            return new Sentence(german, english);
        }

        public String text() {
            return lowerCase(this);
        }
    }

    private static String lowerCase(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
