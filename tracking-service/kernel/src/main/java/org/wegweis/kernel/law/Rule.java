package org.wegweis.kernel.law;

/**
 * Every rule of law that the kernel applies, with what follows. {@code docs/rules.md} is made from it, and a rule that no
 * test shows fails the build.
 */
public enum Rule {
    DECLARED_FIRST(
            "NachwV §3(1), (2)",
            Effect.REFUSED,
            "Before anything is disposed of, the generator declares what it is and how much; nobody else does it for it.",
            "Vor Beginn der Entsorgung gibt der Erzeuger die verantwortliche Erklärung ab, und nur er."),
    PLANT_ACCEPTS_BEFORE_SUBMISSION(
            "NachwV §3(3)",
            Effect.REFUSED,
            "The plant declares that it accepts before the declarations go to its authority, and it is the plant that sends them.",
            "Der Entsorger gibt die Annahmeerklärung ab, bevor er die Nachweiserklärungen seiner Behörde übersendet."),
    RECEIPT_IS_ACKNOWLEDGED(
            "NachwV §4 Satz 1",
            Effect.RECORDED,
            "The authority acknowledges the receipt and its day; the day cannot lie before the sending or in the future.",
            "Die Behörde bestätigt den Eingang unter Angabe des Eingangsdatums."),
    PAPERS_MAY_BE_DEMANDED(
            "NachwV §4 Satz 3",
            Effect.RECORDED,
            "The authority may demand that declarations be completed, once until they are.",
            "Die Behörde fordert auf, die Nachweiserklärungen zu ergänzen."),
    ESSENTIAL_PAPERS_STOP_THE_CLOCK(
            "NachwV §5(1) Satz 2, 3",
            Effect.CLOCK,
            "If they are essential, the thirty days stand still, and begin anew with the papers' receipt.",
            "Sind sie unerlässlich, wird die Frist unterbrochen und beginnt mit ihrem Eingang neu."),
    OTHER_PAPERS_DO_NOT(
            "NachwV §5(1) Satz 2",
            Effect.CLOCK,
            "If they are not essential, the thirty days go on.",
            "Sind sie nicht unerlässlich, läuft die Frist weiter."),
    SILENCE_CONFIRMS(
            "NachwV §5(5)",
            Effect.CLOCK,
            "Thirty calendar days after receipt without a decision the confirmation counts as given; a refusal then comes too late.",
            "Ohne Entscheidung innerhalb von 30 Kalendertagen gilt die Bestätigung als erteilt."),
    FIVE_YEARS_AT_MOST(
            "NachwV §5(4)",
            Effect.REFUSED,
            "A confirmation holds five years at most, and may be given for less time and less mass.",
            "Die Bestätigung gilt längstens fünf Jahre und kann kürzer und für weniger erteilt werden."),
    REFUSED_ENDS_IT(
            "NachwV §6(5)",
            Effect.RECORDED,
            "A refusal ends the certificate; another one needs new declarations.",
            "Eine Ablehnung beendet das Verfahren."),
    PRIVILEGED_WITHOUT_CONFIRMATION(
            "NachwV §7(1), (4)",
            Effect.RECORDED,
            "Plants that are certified, exempted or under EMAS need no confirmation: the declarations hold five years from the plant's declaration.",
            "Bei Entsorgungsfachbetrieben, Freigestellten und EMAS-Standorten gelten die Nachweiserklärungen längstens fünf Jahre ab der Annahmeerklärung."),
    CONFIRMATION_MAY_BE_ORDERED(
            "NachwV §8",
            Effect.RECORDED,
            "The authority may order a confirmation all the same: the certificate holds no more until it is given, and no privilege counts.",
            "Die Behörde kann die Einholung einer Bestätigung anordnen."),
    COLLECTOR_IN_THE_GENERATORS_PLACE(
            "NachwV §9(3) Satz 1",
            Effect.RECORDED,
            "For a collective certificate the collector does what the generator otherwise does.",
            "Beim Sammelentsorgungsnachweis erfüllt der Einsammler die Pflichten des Erzeugers."),
    COLLECTIVE_PRIVILEGE_FOR_NAMED_WASTES(
            "NachwV §9(3) Satz 2, Anlage 2",
            Effect.REFUSED,
            "A collective certificate does without confirmation only for wastes that Anlage 2 names.",
            "Ohne Bestätigung nur bei Abfällen der Anlage 2 Buchstabe a und b."),
    TWENTY_TONNES_PER_SITE_AND_YEAR(
            "NachwV §9(1) Satz 1 Nr. 4",
            Effect.FLAGGED,
            "Collectors take at most 20 t of a code from one site in one calendar year; more is flagged (over-twenty-tonnes).",
            "Höchstens 20 Tonnen je Standort, Abfallschlüssel und Kalenderjahr."),
    NO_LIMIT_FOR_SHIPS_AND_LEAD_BATTERIES(
            "NachwV §9(1) Satz 2, Anlage 2 Buchstabe a",
            Effect.RECORDED,
            "For the wastes of letter a that limit does not exist.",
            "Für Abfälle der Anlage 2 Buchstabe a gilt die Grenze nicht."),
    NOTHING_GOES_WITHOUT_VALID_CERTIFICATE(
            "NachwV §3(1)",
            Effect.FLAGGED,
            "What was picked up on a day on which its certificate did not hold is a fact and is flagged (not-valid).",
            "Eine Übernahme ohne gültigen Nachweis wird gekennzeichnet."),
    WITHIN_THE_CONFIRMED_MASS(
            "NachwV §3(1), §5(4)",
            Effect.FLAGGED,
            "What is on the road and what was accepted add up to the confirmed mass at most; more is flagged (over-quantity).",
            "Unterwegs und angenommen zusammen höchstens die bestätigte Menge."),
    REJECTED_MASS_IS_FREE_AGAIN(
            "NachwV §3(1)",
            Effect.RECORDED,
            "What the plant does not accept counts no more.",
            "Was zurückgewiesen wird, zählt nicht mehr."),
    NUMBERS_SAY_THEIR_KIND(
            "NachwV §28(2)",
            Effect.REFUSED,
            "A certificate's number begins with EN, a collective one's with SN.",
            "Kennbuchstaben EN und SN."),
    EXPIRED_AFTER_ITS_LAST_DAY(
            "NachwV §5(4), §7(4)",
            Effect.CLOCK,
            "It holds until the end of its last day.",
            "Er gilt bis zum Ablauf des letzten Tages."),
    CALENDAR_DAYS(
            "NachwV §4, §5(1); BGB §187(1), §188",
            Effect.CLOCK,
            "Periods are calendar days of Europe/Berlin; the day that sets one going is not counted.",
            "Fristen laufen nach Kalendertagen; der Tag des Ereignisses zählt nicht mit."),
    HANDS_IN_THEIR_ORDER(
            "NachwV §11(1), §19(1)",
            Effect.REFUSED,
            "Nothing is delivered before it was picked up and nothing accepted before it was delivered; each hand speaks for itself.",
            "Jeder unterschreibt für sich, in der Reihenfolge der Übergaben."),
    GENERATOR_SIGNS(
            "NachwV §11(1) Satz 1 Nr. 1",
            Effect.REFUSED,
            "The generator puts its own name to the note, once; nobody does it for it. Later than the pick-up is flagged.",
            "Der Erzeuger unterschreibt selbst, spätestens bei Übergabe."),
    EACH_HAND_SIGNS(
            "NachwV §11(1) Satz 1 Nr. 2, 3, §19(4) Satz 1",
            Effect.RECORDED,
            "Each further carrier and each store puts its name to what it was handed, once.",
            "Jeder weitere Beförderer und Lagerhalter bescheinigt die Übernahme."),
    SIGNED_LATER_WHERE_AGREED(
            "NachwV §19(2)",
            Effect.REFUSED,
            "Where agreed in writing a hand may state its take-over later, but not once it has given the load away.",
            "Nach schriftlicher Vereinbarung auch nach der Übernahme, aber vor der Übergabe."),
    SHORT_TERM_STORE_ON_THE_NOTE(
            "NachwV §10(2) Satz 4, §11(1) Satz 1 Nr. 3, §11(2) Satz 4",
            Effect.REFUSED,
            "A store or place of transshipment is one of the hands; it passes the load on to a carrier and does not deliver.",
            "Das Gelände zur kurzfristigen Lagerung übernimmt und übergibt an den weiteren Beförderer."),
    EUROPEAN_LIST_CHANGES(
            "Entscheidung 2000/532/EG, Beschluss (EU) 2025/934",
            Effect.REFUSED,
            "From 9 December 2026 the European list has other codes for batteries; a declaration or an opening names a code in force on its day.",
            "Ab dem 9. Dezember 2026 gelten im europäischen Verzeichnis andere Schlüssel für Batterien."),
    GERMAN_LIST_FOLLOWS_LATER(
            "AVV §2(1)",
            Effect.REFUSED,
            "In Germany the codes of the AVV count until it is amended; the day is a setting and unconfirmed.",
            "In Deutschland gelten die Schlüssel der AVV bis zu ihrer Änderung; der Tag ist eine Einstellung und unbestätigt."),
    LOAD_KEEPS_ITS_CODE(
            "AVV §2(1)",
            Effect.RECORDED,
            "A load keeps the code of the day on which its consignment was opened; nobody checks it again on the way.",
            "Eine Ladung behält den Schlüssel vom Tag ihrer Eröffnung."),
    CARRIER_NOTIFIES(
            "KrWG §53(1) Satz 1",
            Effect.REFUSED,
            "Carriers notify before they begin, unless they have a permit: no load is planned with one whose notification on file counts no more. What was carried all the same is found (carrier-not-notified); where nothing is on file nothing is refused.",
            "Beförderer zeigen ihre Tätigkeit vorher an, es sei denn, sie verfügen über eine Erlaubnis."),
    NOTIFICATION_IS_ACKNOWLEDGED(
            "KrWG §53(1) Satz 2, 3",
            Effect.RECORDED,
            "The authority of the Land in which the carrier has its headquarters acknowledges the notification, once; it counts before.",
            "Die Behörde des Landes des Hauptsitzes bestätigt den Eingang der Anzeige."),
    AUTHORITY_PROHIBITS(
            "KrWG §53(3) Satz 3",
            Effect.REFUSED,
            "The authority prohibits the activity or revokes a paper, from a day on; no load is planned with it from then on.",
            "Die Behörde untersagt die Tätigkeit; ab dem Tag zählt das Papier nicht mehr."),
    HAZARDOUS_NEEDS_A_PERMIT(
            "KrWG §54(1)",
            Effect.REFUSED,
            "Carriers of hazardous waste need a permit: no load is planned with one whose permits on file do not cover it. What was carried all the same is found (carrier-without-permit).",
            "Beförderer gefährlicher Abfälle bedürfen der Erlaubnis."),
    CERTIFIED_NEEDS_NO_PERMIT(
            "KrWG §54(3) Nr. 2",
            Effect.RECORDED,
            "An Entsorgungsfachbetrieb certified for collecting or carrying that waste needs no permit; it notifies all the same.",
            "Für die Tätigkeit zertifizierte Entsorgungsfachbetriebe brauchen keine Erlaubnis, aber eine Anzeige."),
    OWN_WASTE_NEEDS_NO_PERMIT(
            "AbfAEV §12(1) Nr. 1",
            Effect.RECORDED,
            "A generator that carries its own waste needs no permit for it; whoever collects carries that of others.",
            "Wer im Rahmen wirtschaftlicher Unternehmen eigenen Abfall befördert, braucht keine Erlaubnis."),
    EIGHTEEN_MONTHS_AT_MOST(
            "KrWG §56(3) Satz 3, 4",
            Effect.REFUSED,
            "An Efb certificate has a last day, eighteen months after its first at the latest.",
            "Das Efb-Zertifikat ist befristet, auf höchstens 18 Monate."),
    CERTIFICATE_NAMES_WHAT_IT_COVERS(
            "KrWG §56(3) Satz 2",
            Effect.RECORDED,
            "An Efb certificate names activities, site and wastes, and counts for nothing else.",
            "Das Efb-Zertifikat bezeichnet Tätigkeiten, Standort und Abfallarten genau."),
    PRIVILEGE_BY_CERTIFICATE(
            "NachwV §7(2) Satz 1",
            Effect.REFUSED,
            "The privilege of a certified plant needs a certificate with the authority that names activity and waste code: refused where those on file do not; where none is on file the answer says so.",
            "Die Freistellung gilt nur mit einem gültigen Zertifikat, das Tätigkeit und Abfallschlüssel bezeichnet."),
    PLANT_TAKES_WHAT_IT_MAY(
            "KrWG §35; BImSchG §4, §12",
            Effect.REFUSED,
            "No load is planned to a plant whose permits on file do not cover the waste code. What it took all the same, or above its daily or yearly mass, is found (plant-without-permit, over-daily-limit, over-yearly-limit).",
            "Keine Ladung zu einer Anlage, deren vorliegende Genehmigungen den Abfallschlüssel nicht umfassen."),
    TRANSFER_NOTE_AT_TAKE_OVER(
            "NachwV §12(1), (3)",
            Effect.REFUSED,
            "Whoever collects under a collective certificate makes out a transfer note at take-over, and the generator signs it.",
            "Der Einsammler füllt den Übernahmeschein spätestens bei Übernahme aus, der Erzeuger unterschreibt."),
    SMALL_AMOUNTS_BY_TRANSFER_NOTE(
            "NachwV §2(2), §16",
            Effect.RECORDED,
            "Small amounts need neither certificate nor consignment note: the plant makes out a transfer note.",
            "Kleinmengen werden mit dem Übernahmeschein nachgewiesen."),
    TRANSFER_NOTES_IN_ONE_NOTE(
            "NachwV §13(1) Satz 4, §19(4) Satz 3",
            Effect.REFUSED,
            "Each transfer note is entered into exactly one consignment note.",
            "Jeder Übernahmeschein gehört zu genau einem Begleitschein."),
    TRANSFER_NOTES_BEFORE_THE_PLANT(
            "NachwV §13(1) Satz 4",
            Effect.REFUSED,
            "The transfer notes of a collective load are entered before it is handed to the plant.",
            "Die Nummern der Übernahmescheine werden vor Übergabe der Abfälle eingetragen."),
    COLLECTION_HAS_A_NUMBER_OF_ITS_OWN(
            "NachwV §13(1) Satz 1 bis 3, §28(6)",
            Effect.REFUSED,
            "A collective note has the collector as carrier and, for the generator, the Landeskenner, an S and zeros.",
            "Im Erzeugerfeld steht die fiktive Nummer, der Einsammler ist Beförderer."),
    ONE_NOTE_PER_LAND_AND_CODE(
            "NachwV §10(2) Satz 1, §13(2)",
            Effect.REFUSED,
            "Each Land in which waste is collected, and each kind of waste, has a consignment note of its own.",
            "Je Land und je Abfallart ein eigener Begleitschein."),
    REJECTED_LOAD_HAS_A_ROUTE(
            "NachwV §11(1) Satz 1 Nr. 4",
            Effect.RECORDED,
            "The plant's word covers what it accepts only: what it rejects goes back to the generator or on to a site it names, which states the arrival.",
            "Zurückgewiesenes geht zurück oder weiter; die Ankunft wird bescheinigt."),
    CORRECTION_IS_A_LAYER(
            "NachwV §11(6), Anlage 3",
            Effect.RECORDED,
            "Nothing stated is edited: a correction is a further layer, in force once all others who have signed the note have agreed.",
            "Änderungen sind weitere Lagen; sie gelten, wenn alle zustimmen, die unterschrieben haben."),
    ANOTHER_CARRIER_ON_THE_NOTE(
            "NachwV §19(4) Satz 1",
            Effect.RECORDED,
            "A change of carrier is stated on the same consignment, any number of times.",
            "Der Wechsel des Beförderers wird im Begleitschein bescheinigt."),
    NUMBERS_AS_LAID_OUT(
            "NachwV §28(2), (5), (6)",
            Effect.REFUSED,
            "Numbers are laid out as far as that is public: EN, SN, FR or RE, then the Landeskenner. Check digits are not checked while nobody has their rule.",
            "Nummern haben die bekannte Form: EN, SN, FR oder RE, dann der Landeskenner. Prüfziffern sind ungeprüft."),
    OUTAGE_IS_REPORTED(
            "NachwV §22(1) Satz 5",
            Effect.RECORDED,
            "Whoever is obliged and notices an outage reports its site, cause and beginning; the authority of the site's Land sees it.",
            "Wer nachweispflichtig ist und die Störung feststellt, meldet sie; die Behörde des Landes sieht die Meldung."),
    PAPER_WHILE_IT_LASTS(
            "NachwV §22(1) Satz 1",
            Effect.REFUSED,
            "A fallback receipt or paper note stands in for the consignment note while the outage lasts, neither before nor after.",
            "Während der Störung tritt der Quittungsbeleg oder das Formblatt an die Stelle des Begleitscheins."),
    PAPER_EXCUSES_LATE_WORDS(
            "NachwV §22(1) Satz 1, §22(4)",
            Effect.FLAGGED,
            "What was on paper and is stated within the ten days is not late: §11(3) and (4) do not apply meanwhile, and the names are on the paper.",
            "Was auf Papier stand und fristgerecht nachgeholt wird, ist nicht verspätet; §11(3) und (4) gelten solange nicht."),
    SENT_AGAIN(
            "NachwV §22(4)",
            Effect.FLAGGED,
            "Within ten calendar days of the end of the outage what the paper says is stated electronically; later is flagged.",
            "Spätestens zehn Kalendertage nach dem Ende der Störung werden die Nachweisdaten elektronisch nachgeholt."),
    TWO_TONNES_A_YEAR(
            "NachwV §2(2)",
            Effect.FLAGGED,
            "Small amounts are at most two tonnes of hazardous waste of a generator's site in a calendar year.",
            "Kleinmengen sind höchstens zwei Tonnen gefährlicher Abfälle im Kalenderjahr."),
    REGISTER_BY_CERTIFICATE(
            "NachwV §24(2) Satz 1 Nr. 1",
            Effect.RECORDED,
            "Generators, collectors and plants file the note of a load that the plant accepted under its certificate, in order of time.",
            "Erzeuger, Einsammler und Entsorger ordnen die Begleitscheine den Nachweisen in zeitlicher Reihenfolge zu."),
    COLLECTOR_FILES_TRANSFER_NOTES(
            "NachwV §24(2) Satz 1 Nr. 2",
            Effect.RECORDED,
            "Collectors also file the transfer notes, each with the note of the load it is entered into.",
            "Einsammler ordnen die Übernahmescheine den Begleitscheinen zu."),
    REGISTER_BY_WASTE(
            "NachwV §24(2) Satz 1 Nr. 3, §24(3), (6), (7)",
            Effect.RECORDED,
            "Carriers, and generators and plants with transfer notes or without duty of proof, file by kind of waste and time.",
            "Beförderer, und wer Übernahmescheine oder nicht nachweispflichtige Abfälle einstellt, ordnen nach Abfallarten und Zeit."),
    ONE_ENTRY_FOR_TWO_PARTS(
            "NachwV §24(2) Satz 2, 3",
            Effect.RECORDED,
            "A plant that is its own generator or carrier files its own copy only.",
            "Wer zugleich Entsorger ist, stellt nur dessen Ausfertigung ein."),
    REGISTER_SHOWS_WHAT_IS_IN_FORCE(
            "NachwV §24(1), §25(2) Satz 3",
            Effect.RECORDED,
            "The register holds the version in force: a correction that is agreed changes the entry, not its day.",
            "Im Register steht die jeweils aktuelle Version."),
    REGISTER_KEPT_THREE_YEARS(
            "NachwV §25(1)",
            Effect.CLOCK,
            "An entry is kept three years from the day on which it was made.",
            "Belege bleiben drei Jahre ab ihrer Einstellung im Register."),
    MASSES_ADD_UP(
            "EfbV §5(1) Satz 2 Nr. 1",
            Effect.REFUSED,
            "A plant's book says what came, from where and where it went: of a treatment, inputs and gains are outputs and losses to the gram, each gain and loss with its reason.",
            "Art, Menge, Herkunft und Verbleib: Eingang und Zugänge sind Ausgang und Verluste, auf das Gramm und begründet."),
    NO_MORE_THAN_IS_HELD(
            "EfbV §5(1) Satz 2 Nr. 1",
            Effect.REFUSED,
            "Nothing is treated or passed on that is not held; what was used stays used when its intake is corrected, and the shortfall is stated.",
            "Behandelt und abgegeben wird nur, was da ist; Fehlmengen nach einer Berichtigung werden ausgewiesen."),
    END_OF_WASTE(
            "KrWG §5(1)",
            Effect.REFUSED,
            "A product comes out of recovery (R1 to R12) only, and has no waste code any more.",
            "Das Ende der Abfalleigenschaft setzt ein Verwertungsverfahren voraus."),
    PRODUCTS_ARE_COUNTED(
            "NachwV §24(8)",
            Effect.RECORDED,
            "What comes out of recovery as a product is recorded with its mass and the day of its treatment.",
            "Die Menge der aus der Verwertung hervorgegangenen Erzeugnisse wird erfasst."),
    STORAGE_IS_NOT_THE_END(
            "KrWG Anlagen 1, 2",
            Effect.REFUSED,
            "Preparation and storage (R12, R13, D13, D14, D15) dispose of nothing finally.",
            "Vorbereitung und Lagerung sind keine endgültige Entsorgung."),
    STORED_WASTE_GOES_ON(
            "NachwV §5(1) Satz 1 Nr. 3",
            Effect.FLAGGED,
            "Waste that was taken in for storage or preparation goes on to a plant: as long as some of it is held, or nothing says where it went, that is found (no-onward-link).",
            "Gelagerter Abfall wird weiter entsorgt; solange etwas davon da ist, wird das angezeigt."),
    HAZARDOUS_WASTE_IS_NOT_MIXED(
            "KrWG §9a(1), (2)",
            Effect.FLAGGED,
            "Hazardous waste goes together with waste of another code only in a plant permitted for it: it is flagged (mixed-hazardous), and so is waste that comes out less hazardous than all that went in (hazard-lost).",
            "Vermischung gefährlicher Abfälle nur in dafür zugelassenen Anlagen; sie wird gekennzeichnet.");

    /** What follows from a rule. */
    public enum Effect {
        /** Whoever wants otherwise is refused. */
        REFUSED,
        /** It happened, so it is recorded, and flagged for parties and authorities. */
        FLAGGED,
        /** Time alone does it. */
        CLOCK,
        /** It is possible, and recorded. */
        RECORDED
    }

    private final String paragraph;
    private final Effect effect;
    private final String english;
    private final String german;

    Rule(String paragraph, Effect effect, String english, String german) {
        this.paragraph = paragraph;
        this.effect = effect;
        this.english = english;
        this.german = german;
    }

    public String paragraph() {
        return paragraph;
    }

    public Effect effect() {
        return effect;
    }

    public String english() {
        return english;
    }

    public String german() {
        return german;
    }
}
