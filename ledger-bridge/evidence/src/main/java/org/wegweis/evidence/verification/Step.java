package org.wegweis.evidence.verification;

import java.util.Locale;

/** One thing that was looked at. */
public record Step(Code code, Result result, Sentence sentence) {

    /** What was looked at, and on whose word a step that holds rests. The names are fixed: programs switch on them. */
    public enum Code {
        CONTAINER_READABLE(RestsOn.ARITHMETIC),
        PARTS_COMPLETE(RestsOn.ARITHMETIC),
        CONTAINER_SIGNATURE(RestsOn.SEAL_KEY),
        SEAL_CERTIFICATE(RestsOn.TRUST_FILE),
        EVIDENCE_RECORD(RestsOn.TIME_STAMP_AUTHORITIES),
        RECORDS_CANONICAL(RestsOn.ARITHMETIC),
        RECORDS_CHAINED(RestsOn.ARITHMETIC),
        DISCLOSURES_MATCH(RestsOn.ARITHMETIC),
        STATEMENTS_COMMITTED(RestsOn.ARITHMETIC),
        STATEMENTS_SIGNED(RestsOn.DEVICE_KEYS),
        STATEMENTS_AGREE(RestsOn.ARITHMETIC),
        RECORDS_IN_LOG(RestsOn.ARITHMETIC),
        CHECKPOINT_SIGNED(RestsOn.LOG_KEY),
        TIME_STAMPED(RestsOn.TIME_STAMP_AUTHORITIES),
        LEDGER_SEALED(RestsOn.LEDGER_KEY),
        INDEPENDENTLY_SEALED(RestsOn.NOBODY);

        private final RestsOn restsOn;

        Code(RestsOn restsOn) {
            this.restsOn = restsOn;
        }

        public RestsOn restsOn() {
            return restsOn;
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
        TIME_STAMP_AUTHORITIES("den Zeitstempelstellen der Vertrauensdatei", "the trust file's time-stamp authorities"),
        LEDGER_KEY("dem Schlüssel des lokalen Ledgers, also dem Betreiber", "the local ledger's key, so the operator"),
        NOBODY("niemandem", "nobody");

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
