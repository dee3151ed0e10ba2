package org.wegweis.tracking.consignment;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.kernel.consignment.State;

/** What a refusal about a consignment is answered with. */
final class ConsignmentProblems {
    private ConsignmentProblems() {}

    /**
     * How each refusal is called on the wire, and what would be right. Phones switch on the slug, so it never changes.
     * 404 for what does not exist for the asker, 403 for a role's limits, 422 for what can never be, else 409.
     */
    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotOpened _, Refusal.NotAParty _ ->
                no(
                                HttpStatus.NOT_FOUND,
                                "no-such-consignment",
                                "There is no such consignment for your organisation. Open it first, or ask its dispatcher.")
                        .by(
                                "",
                                "Für Ihre Organisation gibt es diesen Vorgang nicht. Eröffnen Sie ihn oder fragen Sie die Disposition.");
            case Refusal.AlreadyOpened _ ->
                no(
                                HttpStatus.CONFLICT,
                                "already-opened",
                                "The consignment was opened before. Use a new consignment id.")
                        .by("", "Der Vorgang ist schon eröffnet. Verwenden Sie eine neue Kennung.");
            case Refusal.NotForRole(var role) ->
                no(HttpStatus.FORBIDDEN, "not-for-role", "The role " + role.text() + " does not make this statement.")
                        .by("NachwV §11(1), §19", "Die Rolle " + role.text() + " gibt diese Erklärung nicht ab.");
            case Refusal.NotTheCarrier(var carrier) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-the-carrier",
                                "Organisation " + carrier
                                        + " holds the load or is to pick it up; it has to state this.")
                        .by(
                                "NachwV §11(1) Satz 1 Nr. 2",
                                "Organisation " + carrier
                                        + " hat die Ladung oder soll sie übernehmen; sie muss das erklären.");
            case Refusal.NotThePlant(var plant) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-the-plant",
                                "Only the plant, organisation " + plant + ", states what it takes.")
                        .by(
                                "NachwV §11(1) Satz 1 Nr. 4",
                                "Nur der Entsorger, Organisation " + plant + ", erklärt, was er annimmt.");
            case Refusal.NotTheGenerator(var generator) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-the-generator",
                                "Only the generator, organisation " + generator + ", puts its name to the note.")
                        .by(
                                "NachwV §11(1) Satz 1 Nr. 1",
                                "Nur der Erzeuger, Organisation " + generator + ", unterschreibt für sich.");
            case Refusal.AlreadyReleased _ ->
                no(HttpStatus.CONFLICT, "already-released", "The generator has put its name to the note already.")
                        .by("NachwV §11(1) Satz 1 Nr. 1", "Der Erzeuger hat schon unterschrieben.");
            case Refusal.AlreadyTakenOver _ ->
                no(
                                HttpStatus.CONFLICT,
                                "already-taken-over",
                                "Whoever holds the load has put its name to it already. Hand it over before the next one takes it over.")
                        .by(
                                "NachwV §11(1) Satz 1 Nr. 2, 3",
                                "Die Übernahme ist schon bescheinigt. Vor einer weiteren steht eine Übergabe.");
            case Refusal.AlreadyHoldsIt(var holder) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "already-holds-it",
                                "Organisation " + holder
                                        + " holds the load there already. Name the next carrier or store.")
                        .by(
                                "NachwV §19(4) Satz 1",
                                "Organisation " + holder
                                        + " hat die Ladung dort schon. Nennen Sie den nächsten Beförderer oder Lagerhalter.");
            case Refusal.InAStore(var store) ->
                no(
                                HttpStatus.CONFLICT,
                                "in-a-store",
                                "The load is in the store " + store
                                        + ". Hand it over to a carrier, which then delivers it.")
                        .by(
                                "NachwV §11(2) Satz 4",
                                "Die Ladung liegt im Lager " + store
                                        + ". Übergeben Sie sie einem Beförderer; der liefert an.");
            case Refusal.NotTheOpener _ ->
                no(
                                HttpStatus.CONFLICT,
                                "not-the-opener",
                                "Only the organisation that opened the consignment cancels it.")
                        .by("", "Nur wer den Vorgang eröffnet hat, storniert ihn.");
            case Refusal.NotTheNumberOfACollection(var site) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-the-number-of-a-collection",
                                "The site " + site
                                        + " and the certificate do not fit: a collective certificate (SN) goes with the Landeskenner, S and zeros, any other with the generator's own number.")
                        .by(
                                "NachwV §13(1) Satz 2, 3",
                                "Die Nummer " + site
                                        + " passt nicht zum Nachweis: Beim Sammelentsorgungsnachweis (SN) stehen Landeskenner, S und Nullen, sonst die Nummer des Erzeugers.");
            case Refusal.NotTheCollector(var carrier) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-the-collector",
                                "In a collection the collector is generator and carrier; the carrier is " + carrier
                                        + ".")
                        .by(
                                "NachwV §9(3), §13(1) Satz 1",
                                "Bei der Sammelentsorgung steht der Einsammler als Erzeuger und als Beförderer; Beförderer ist "
                                        + carrier + ".");
            case Refusal.NotCollective _ ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-a-collection",
                                "The consignment is no collection: no transfer notes are entered into it.")
                        .by("NachwV §13(1)", "Der Vorgang ist keine Sammelentsorgung; er hat keine Übernahmescheine.");
            case Refusal.OtherWaste(var waste) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "other-waste",
                                "The consignment carries " + waste + " only. Open another for another kind of waste.")
                        .by(
                                "NachwV §10(2) Satz 1",
                                "Der Vorgang führt nur " + waste + ". Für andere Abfälle ist ein eigener zu eröffnen.");
            case Refusal.OtherLand(var land) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "other-land",
                                "The consignment collects in " + land.german()
                                        + " only. Open another for another Land.")
                        .by(
                                "NachwV §13(2)",
                                "Der Vorgang sammelt nur in " + land.german()
                                        + ". Für ein anderes Land ist ein eigener zu eröffnen.");
            case Refusal.TransferNoteAlreadyEntered(var note) ->
                no(
                                HttpStatus.CONFLICT,
                                "transfer-note-already-entered",
                                "Transfer note " + note + " is entered here already.")
                        .by("NachwV §13(1)", "Der Übernahmeschein " + note + " ist hier schon eingetragen.");
            case Refusal.NotPickedUp _ ->
                no(HttpStatus.CONFLICT, "not-picked-up", "The load was not picked up yet. State the pick-up first.")
                        .by(
                                "NachwV §11(1)",
                                "Die Ladung ist noch nicht übernommen. Erklären Sie zuerst die Übernahme.");
            case Refusal.AlreadyPickedUp _ ->
                no(
                                HttpStatus.CONFLICT,
                                "already-picked-up",
                                "The load was picked up already. State what came after it.")
                        .by("NachwV §11(1)", "Die Ladung ist schon übernommen. Erklären Sie, was danach geschah.");
            case Refusal.NotDelivered _ ->
                no(HttpStatus.CONFLICT, "not-delivered", "The load was not delivered yet. State the delivery first.")
                        .by(
                                "NachwV §11(1)",
                                "Die Ladung ist noch nicht angeliefert. Erklären Sie zuerst die Anlieferung.");
            case Refusal.AlreadyDelivered _ ->
                no(
                                HttpStatus.CONFLICT,
                                "already-delivered",
                                "The load was delivered already. The plant states what it takes.")
                        .by(
                                "NachwV §11(1), §19(2)",
                                "Die Ladung ist schon angeliefert. Der Entsorger erklärt, was er annimmt.");
            case Refusal.AlreadyClosed(var outcome) ->
                no(
                                HttpStatus.CONFLICT,
                                "already-closed",
                                "The consignment ended: "
                                        + outcome.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ') + ".")
                        .by("", "Der Vorgang ist beendet: " + german(outcome) + ".");
            case Refusal.NotAPart _ ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-a-part",
                                "A part needs acceptedGrams and rejectedGrams above 0. For all or nothing state acceptance or rejection.")
                        .by(
                                "NachwV §11(1) Satz 1 Nr. 4",
                                "Ein Teil braucht acceptedGrams und rejectedGrams über 0. Für alles oder nichts: Annahme oder Zurückweisung.");
            case Refusal.NothingRejected _ ->
                no(
                                HttpStatus.CONFLICT,
                                "nothing-rejected",
                                "The plant rejected nothing of this load, or has not spoken yet.")
                        .by(
                                "",
                                "Der Entsorger hat von dieser Ladung nichts zurückgewiesen oder sich noch nicht erklärt.");
            case Refusal.NotWhereItGoes(var goesTo) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-where-it-goes",
                                "What was rejected goes to organisation " + goesTo + "; it states the arrival.")
                        .by("", "Das Zurückgewiesene geht an Organisation " + goesTo + "; sie erklärt die Ankunft.");
            case Refusal.AlreadyTakenBack _ ->
                no(HttpStatus.CONFLICT, "already-taken-back", "The arrival of what was rejected was stated already.")
                        .by("", "Die Ankunft des Zurückgewiesenen ist schon erklärt.");
            case Refusal.NothingStated(var id) ->
                no(HttpStatus.CONFLICT, "nothing-stated", "Nothing that fits was stated here under the id " + id + ".")
                        .by("", "Unter der Kennung " + id + " wurde hier nichts Passendes erklärt.");
            case Refusal.NotYourStatement(var id) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-your-statement",
                                "Statement " + id + " is another organisation's; it corrects it.")
                        .by(
                                "NachwV §11(6)",
                                "Die Erklärung " + id + " stammt von einer anderen Organisation; sie berichtigt sie.");
            case Refusal.NotStatedThere(var id) ->
                no(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "not-stated-there",
                                "Statement " + id + " says nothing of what the correction changes.")
                        .by(
                                "NachwV §11(6)",
                                "Die Erklärung " + id + " sagt nichts über das, was berichtigt werden soll.");
            case Refusal.CorrectionPending(var id) ->
                no(
                                HttpStatus.CONFLICT,
                                "correction-pending",
                                "Correction " + id
                                        + " of that statement still waits for agreement. Await it, or take it back first.")
                        .by(
                                "NachwV §11(6)",
                                "Über die Berichtigung " + id
                                        + " ist noch nicht entschieden. Warten Sie, oder nehmen Sie sie zurück.");
            case Refusal.CorrectionSettled(var id) ->
                no(
                                HttpStatus.CONFLICT,
                                "correction-settled",
                                "Correction " + id + " is in force or was declined already. Propose a new one.")
                        .by(
                                "NachwV §11(6)",
                                "Über die Berichtigung " + id + " ist schon entschieden. Schlagen Sie eine neue vor.");
            case Refusal.NotAsked(var id) ->
                no(
                                HttpStatus.CONFLICT,
                                "not-asked",
                                "Your organisation need not agree to correction " + id + ", or has done so.")
                        .by(
                                "NachwV §11(6)",
                                "Ihre Organisation muss der Berichtigung " + id
                                        + " nicht zustimmen oder hat es schon getan.");
            case Refusal.PlantWithoutPermit(var plant, var why) ->
                no(
                                HttpStatus.CONFLICT,
                                "plant-without-permit",
                                "The permit of site " + plant.site() + " on file " + why.english()
                                        + ". Choose another plant, or have it file the permit that covers this waste.")
                        .by(
                                "KrWG §35; BImSchG §4",
                                "Die vorliegende Genehmigung von " + plant.site() + " " + why.german()
                                        + ". Wählen Sie eine andere Anlage, oder lassen Sie die passende Genehmigung hinterlegen.");
            case Refusal.CarrierNotNotified(var carrier, var why) ->
                no(
                                HttpStatus.CONFLICT,
                                "carrier-not-notified",
                                "The notification of carrier " + carrier + " on file " + why.english()
                                        + ". Choose another carrier, or have it file a new one.")
                        .by(
                                "KrWG §53(1)",
                                "Die vorliegende Anzeige des Beförderers " + carrier + " " + why.german()
                                        + ". Wählen Sie einen anderen, oder lassen Sie eine neue Anzeige hinterlegen.");
            case Refusal.CarrierWithoutPermit(var carrier, var why) ->
                no(
                                HttpStatus.CONFLICT,
                                "carrier-without-permit",
                                "The waste is hazardous, and the permit or Efb certificate of carrier " + carrier
                                        + " on file " + why.english()
                                        + ". Choose another carrier, or have it file a paper that covers this waste.")
                        .by(
                                "KrWG §54(1), (3) Nr. 2",
                                "Der Abfall ist gefährlich, und die vorliegende Erlaubnis oder das Efb-Zertifikat des"
                                        + " Beförderers " + carrier + " " + why.german()
                                        + ". Wählen Sie einen anderen, oder lassen Sie ein passendes Papier hinterlegen.");
        };
    }

    private static Problem no(HttpStatus status, String slug, String english) {
        return new Problem(status, slug, english);
    }

    private static String german(State.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "angenommen";
            case PARTLY_ACCEPTED -> "teilweise angenommen";
            case REJECTED -> "zurückgewiesen";
            case CANCELLED -> "storniert";
        };
    }
}
