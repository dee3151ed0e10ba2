package org.wegweis.kernel.finding;

import java.util.Locale;
import java.util.Set;

/**
 * What may be found about a consignment, an outage or a transfer note that the rules have accepted: what the law forbids is refused, what is odd is
 * accepted and found. A finding is a reading of records, never a record: what is found now may go with the next statement.
 */
public enum Finding {
    GENERATOR_HAS_NOT_SIGNED(
            "NachwV §11(1) Satz 1 Nr. 1",
            "The load is on its way and the generator's name is not on the note.",
            "Die Ladung ist unterwegs, die Unterschrift des Erzeugers fehlt."),
    GENERATOR_SIGNED_LATE(
            "NachwV §11(1) Satz 1 Nr. 1",
            "The generator signed after the load had been picked up.",
            "Der Erzeuger hat erst nach der Übernahme unterschrieben."),
    HAND_HAS_NOT_SIGNED(
            "NachwV §11(1) Satz 1 Nr. 2, 3",
            "A carrier or store had the load and gave it away without having signed the take-over.",
            "Ein Beförderer oder Lagerhalter hat die Ladung weitergegeben, ohne die Übernahme zu bescheinigen."),
    HAND_SIGNED_LATE(
            "NachwV §19(2)",
            "A take-over was signed later than it happened, and no written agreement is stated.",
            "Eine Übernahme wurde nachträglich bescheinigt, eine schriftliche Vereinbarung ist nicht angegeben."),
    NO_CERTIFICATE(
            "KrWG §50(1); NachwV §3(1)",
            "The waste is hazardous and no certificate is named.",
            "Der Abfall ist gefährlich, ein Nachweis ist nicht angegeben."),
    CARRIER_NOT_NOTIFIED(
            "KrWG §53(1)",
            "Whoever carried the load had neither notified that it carries such waste nor a permit on that day, as far as its papers are on file.",
            "Der Beförderer hatte an diesem Tag nach den vorliegenden Unterlagen weder eine Anzeige noch eine Erlaubnis."),
    CARRIER_WITHOUT_PERMIT(
            "KrWG §54(1)",
            "The waste is hazardous, and neither a permit nor an Efb certificate on file covers its carrier on that day.",
            "Der Abfall ist gefährlich; weder eine Erlaubnis noch ein Efb-Zertifikat des Beförderers deckt ihn an diesem Tag."),
    PLANT_WITHOUT_PERMIT(
            "KrWG §35; BImSchG §4",
            "The plant took waste that its permits on file do not cover on that day.",
            "Der Entsorger hat Abfall angenommen, den seine vorliegenden Genehmigungen an diesem Tag nicht umfassen."),
    OVER_DAILY_LIMIT(
            "BImSchG §4, §12",
            "With this load the plant took more than its permit allows on one calendar day.",
            "Mit dieser Ladung wurde die genehmigte Tagesmenge der Anlage überschritten."),
    OVER_YEARLY_LIMIT(
            "BImSchG §4, §12",
            "With this load the plant took more than its permit allows in one calendar year.",
            "Mit dieser Ladung wurde die genehmigte Jahresmenge der Anlage überschritten."),
    NO_PAPERS_ON_FILE(
            "",
            "Of a carrier or plant on the way no papers are on file here; which does not mean that it has none.",
            "Von einem Beförderer oder Entsorger liegen hier keine Unterlagen vor; das heißt nicht, dass es keine gibt.",
            Audience.PARTIES),
    FAR_AWAY(
            "",
            "More than 500 km as the crow flies from the generator to the plant.",
            "Mehr als 500 km Luftlinie vom Erzeuger zum Entsorger."),
    NO_TRANSFER_NOTES(
            "NachwV §13(1) Satz 4",
            "A collection was delivered without any transfer note.",
            "Eine Sammelladung wurde ohne Übernahmescheine angeliefert."),
    NOTE_TO_THE_AUTHORITY_LATE(
            "NachwV §11(3), §19(4)",
            "The plant's word came more than ten calendar days after acceptance.",
            "Die Annahme wurde später als zehn Kalendertage nach ihr erklärt."),
    NOT_VALID(
            "NachwV §3(1)",
            "The certificate was not valid on the day of the pick-up.",
            "Der Nachweis war am Tag der Übernahme nicht gültig."),
    OVER_QUANTITY(
            "NachwV §3(1)",
            "With this load, more is on the road and accepted under the certificate than it allows.",
            "Mit dieser Ladung ist unter dem Nachweis mehr unterwegs und angenommen, als er zulässt."),
    OVER_TWENTY_TONNES(
            "NachwV §9(1) Satz 1 Nr. 4",
            "With this load, more than 20 t were collected from one site in one calendar year.",
            "Mit dieser Ladung wurden von einem Standort in einem Kalenderjahr mehr als 20 t eingesammelt."),
    CORRECTION_UNDECIDED(
            "NachwV §11(6)",
            "A correction waits for agreement.",
            "Eine Berichtigung wartet auf Zustimmung.",
            Audience.PARTIES),
    NO_ONWARD_LINK(
            "NachwV §5(1) Satz 1 Nr. 3",
            "It was taken in for storage or preparation, and some of it has not gone on yet.",
            "Die Ladung wurde zur Lagerung oder Vorbereitung angenommen, ein Teil ist noch nicht weitergegeben."),
    SOURCES_NOT_STATED(
            "EfbV §5(1) Satz 2 Nr. 1",
            "It left a plant that keeps its stock, and no lots are stated for it.",
            "Die Ladung kommt aus einer Anlage mit Bestandsführung, ihre Chargen sind nicht angegeben."),
    PASSED_ON_MASS_DIFFERS(
            "EfbV §5(1) Satz 2 Nr. 1",
            "The lots stated for it do not add up to what was loaded.",
            "Die angegebenen Chargen ergeben nicht die geladene Masse."),
    MIXED_HAZARDOUS(
            "KrWG §9a(1), (2)",
            "Some of it was mixed with waste of another code, and at least one of them is hazardous.",
            "Ein Teil wurde mit Abfall eines anderen Schlüssels vermischt, mindestens einer davon ist gefährlich."),
    PLANT_STATES_LATE(
            "Verwaltungspraxis",
            "The plant's word came more than five days after acceptance.",
            "Die Annahme wurde später als fünf Tage nach ihr erklärt."),
    NOTE_ARRIVES_LATE(
            "Verwaltungspraxis",
            "The authority has the plant's word more than fifteen days after acceptance.",
            "Die Behörde erhielt die Annahme später als fünfzehn Tage nach ihr."),
    LONG_ON_THE_ROAD(
            "Verwaltungspraxis",
            "More than seven days from pick-up to delivery.",
            "Mehr als sieben Tage von der Übernahme bis zur Anlieferung."),
    REJECTED_AND_NOT_ARRIVED(
            "",
            "Seven days after the rejection nobody has stated where the load arrived.",
            "Sieben Tage nach der Zurückweisung ist keine Ankunft erklärt."),
    MASS_DIFFERS(
            "",
            "What the plant weighed differs from what was loaded by more than a tenth.",
            "Die gewogene Masse weicht um mehr als ein Zehntel von der geladenen ab."),
    HEAVIER_THAN_A_LORRY("", "More than 40 t in one load.", "Mehr als 40 t in einer Ladung."),
    RECEIPT_OVERDUE(
            "NachwV §22(4)",
            "Paper was used in an outage, and ten calendar days after its end nobody has stated what it says.",
            "Zehn Kalendertage nach Ende der Störung ist der Inhalt eines Quittungsbelegs nicht elektronisch nachgeholt."),
    RECEIPT_LATE(
            "NachwV §22(4)",
            "What a paper of an outage says was stated more than ten calendar days after its end.",
            "Der Inhalt eines Quittungsbelegs wurde später als zehn Kalendertage nach Ende der Störung nachgeholt."),
    OVER_SMALL_AMOUNT(
            "NachwV §2(2)",
            "The waste went as a small amount, and more than 2 t arose at the generator's site in that year.",
            "Der Abfall ging als Kleinmenge, am Standort des Erzeugers fielen in dem Jahr aber mehr als 2 t an."),
    GENERATOR_IS_PLANT(
            "", "Generator and plant are the same organisation.", "Erzeuger und Entsorger sind dieselbe Organisation.");

    /** Who is shown a finding. */
    public enum Audience {
        PARTIES,
        AUTHORITIES
    }

    private final String paragraph;
    private final String english;
    private final String german;
    private final boolean toAuthorities;

    Finding(String paragraph, String english, String german) {
        this(paragraph, english, german, Audience.AUTHORITIES);
    }

    /** @param farthest parties only, or authorities too */
    Finding(String paragraph, String english, String german, Audience farthest) {
        this.paragraph = paragraph;
        this.english = english;
        this.german = german;
        this.toAuthorities = farthest == Audience.AUTHORITIES;
    }

    /** Its stable name, for example {@code no-certificate}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if none has that code */
    public static Finding parse(String code) {
        for (Finding finding : values()) if (finding.code().equals(code)) return finding;
        throw new IllegalArgumentException("no such finding: " + code);
    }

    /** The paragraph; {@code Verwaltungspraxis} where no law but practice counts, empty where it is only implausible. */
    public String paragraph() {
        return paragraph;
    }

    public String english() {
        return english;
    }

    public String german() {
        return german;
    }

    public Set<Audience> audience() {
        return toAuthorities ? Set.of(Audience.values()) : Set.of(Audience.PARTIES);
    }
}
