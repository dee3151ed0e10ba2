package org.wegweis.kernel.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * Every period that a rule uses. All of them are calendar periods in Europe/Berlin that may end on a Sunday: the NachwV
 * counts calendar days. The day on which a period is set going is not counted (§187(1) BGB), so a period of days ends
 * with the day that many days later, one of years with the day of the same date (§188 BGB).
 */
public enum Deadline {
    RECEIPT_ACKNOWLEDGED(
            "NachwV §4 Satz 1",
            Period.ofDays(12),
            "receipt of the declarations by the authority",
            "Eingang der Nachweiserklärungen bei der Behörde"),
    CERTIFICATE_DECIDED(
            "NachwV §5(1)",
            Period.ofDays(30),
            "receipt of the declarations, or of the last papers that were demanded",
            "Eingang der Nachweiserklärungen oder der zuletzt nachgeforderten Unterlagen"),
    CONFIRMATION_VALID("NachwV §5(4)", Period.ofYears(5), "the confirmation", "Bestätigung"),
    DECLARATIONS_VALID(
            "NachwV §7(4)",
            Period.ofYears(5),
            "the plant's declaration of acceptance",
            "Annahmeerklärung des Entsorgers"),
    EFB_CERTIFICATE_VALID("KrWG §56(3) Satz 4", Period.ofMonths(18), "its first day", "erster Tag der Geltung"),
    NOTE_TO_THE_AUTHORITY("NachwV §11(3), §19(4)", Period.ofDays(10), "acceptance of the waste", "Annahme der Abfälle"),
    NOTE_FORWARDED(
            "NachwV §11(4)",
            Period.ofDays(10),
            "receipt of the note by the plant's authority",
            "Erhalt bei der Entsorgerbehörde"),
    PROOF_FOR_A_FORMER_HOLDER("NachwV §16a(3)", Period.ofDays(10), "receipt of the request", "Eingang des Verlangens"),
    SENT_AGAIN_AFTER_AN_OUTAGE("NachwV §22(4)", Period.ofDays(10), "end of the outage", "Ende der Störung"),
    REGISTERED("NachwV §24(2)–(8), §25a", Period.ofDays(10), "receipt of the note, or the step", "Erhalt oder Vorgang"),
    REGISTER_KEPT("NachwV §25(1)", Period.ofYears(3), "entry into the register", "Einstellung in das Register"),
    REGISTER_OF_DEALERS_DELETED(
            "NachwV §25a(3)", Period.ofYears(3), "entry into the register", "Einstellung in das Register"),
    /** No law but what the authorities' system ASYS reports (VG Greifswald 3 A 1260/17). */
    PRACTICE_PLANT_STATES("Verwaltungspraxis", Period.ofDays(5), "acceptance of the waste", "Annahme der Abfälle"),
    /** See {@link #PRACTICE_PLANT_STATES}. */
    PRACTICE_NOTE_ARRIVES("Verwaltungspraxis", Period.ofDays(15), "acceptance of the waste", "Annahme der Abfälle"),
    /** See {@link #PRACTICE_PLANT_STATES}. */
    PRACTICE_ON_THE_ROAD("Verwaltungspraxis", Period.ofDays(7), "pick-up", "Übernahme");

    private final String paragraph;
    private final Period length;
    private final String from;
    private final String german;

    Deadline(String paragraph, Period length, String from, String german) {
        this.paragraph = paragraph;
        this.length = length;
        this.from = from;
        this.german = german;
    }

    public String paragraph() {
        return paragraph;
    }

    /** Whether a statute sets it; if not, it is administrative practice and missing it is no offence. */
    public boolean law() {
        return !paragraph.equals("Verwaltungspraxis");
    }

    public Period length() {
        return length;
    }

    /** What sets it going, in English. */
    public String from() {
        return from;
    }

    /** What sets it going, in German. */
    public String german() {
        return german;
    }

    /** The last day on which it is kept. */
    public LocalDate lastDay(LocalDate started) {
        return started.plus(length);
    }

    /** The first instant at which it is missed. */
    public Instant over(Instant started) {
        return BerlinDay.start(lastDay(BerlinDay.of(started)).plusDays(1));
    }
}
