package org.wegweis.ledgerbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.verification.Step;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.waste.Mass;

/** How things are said, in words a judge reads. */
final class Words {
    private final Tongue tongue;
    private final Content content;

    Words(Tongue tongue, Content content) {
        this.tongue = tongue;
        this.content = content;
    }

    String role(Stop stop) {
        return switch (stop.role()) {
            case GENERATOR -> tongue.say("Erzeuger", "Generator");
            case CARRIER -> tongue.say("Beförderer", "Carrier");
            case STORE -> tongue.say("Kurzzeitige Lagerung", "Stored for a short while");
            case PLANT -> tongue.say("Entsorger", "Plant");
            case DESTINATION -> tongue.say("Ziel, noch nicht erreicht", "Destination, not reached yet");
            case BACK -> tongue.say("Zurückgewiesenes kam an bei", "What was rejected arrived at");
        };
    }

    String happening(Stop.Happening happening) {
        String what = switch (happening.what()) {
            case OPENED -> tongue.say("eröffnet, erklärt", "opened, declared");
            case PICKED_UP -> tongue.say("übernommen", "picked up");
            case TAKEN_OVER -> tongue.say("übernommen", "taken over");
            case COLLECTED -> tongue.say("eingesammelt", "collected");
            case HANDED_OVER -> tongue.say("übergeben", "handed over");
            case DELIVERED -> tongue.say("angeliefert", "delivered");
            case ACCEPTED -> tongue.say("angenommen", "accepted");
            case REJECTED -> tongue.say("zurückgewiesen", "rejected");
            case TAKEN_BACK -> tongue.say("angekommen", "arrived");
            case CANCELLED -> tongue.say("storniert", "cancelled");
        };
        return what
                + happening.mass().map(mass -> " " + tongue.mass(mass.grams())).orElse("");
    }

    String role(Actor.Role role) {
        return switch (role) {
            case DRIVER -> tongue.say("Fahrer", "driver");
            case GATE -> tongue.say("Waage oder Pforte", "gate");
            case DISPATCHER -> tongue.say("Büro", "office");
            case AUTHORITY -> tongue.say("Behörde", "authority");
            case AUDITOR -> tongue.say("Prüfer", "auditor");
            case OPERATOR -> tongue.say("Betreiber", "operator");
        };
    }

    String personal(String name) {
        return switch (name) {
            case "plate" -> tongue.say("Kennzeichen", "Plate");
            case "driver" -> tongue.say("Fahrer", "Driver");
            case "remark" -> tongue.say("Bemerkung", "Remark");
            case "place" -> tongue.say("Ort (WGS 84)", "Place (WGS 84)");
            default -> Shown.of(name).text();
        };
    }

    String result(Step.Result result) {
        return switch (result) {
            case HOLDS -> tongue.say("hält", "holds");
            case DOES_NOT_HOLD -> tongue.say("hält nicht", "does not hold");
            case NOT_CHECKED -> tongue.say("nicht geprüft", "not checked");
        };
    }

    String proof(EventRecord record) {
        boolean proved = held(Step.Code.RECORDS_IN_LOG) && held(Step.Code.CHECKPOINT_SIGNED);
        String place = tongue.say("Platz %s im Protokoll: ", "Place %s in the log: ")
                .formatted(tongue.number(record.position()));
        if (!proved) return place + tongue.say("nicht bewiesen", "not proved");
        return place
                + (held(Step.Code.LEDGER_SEALED) || held(Step.Code.INDEPENDENTLY_SEALED)
                        ? tongue.say("bewiesen und gesiegelt", "proved and sealed")
                        : tongue.say("bewiesen", "proved"));
    }

    /** On whose word it rests that this was stated; that it is true rests on nobody else's. */
    String word(Evidence.Item item) {
        var record = item.record();
        if (record.statement().isEmpty()) {
            return record.actor().role() == Actor.Role.OPERATOR
                    ? tongue.say("Wort des Betreibers.", "The operator's word.")
                    : tongue.say(
                            "Wort dieser Organisation, nicht unterschrieben. Dass sie es war, sagt der Betreiber, bei dem"
                                    + " sie angemeldet war.",
                            "This organisation's word, not signed. That it was them is said by the operator, with whom they"
                                    + " were signed in.");
        }
        var enrolment = enrolment(record);
        if (item.statement().isEmpty()) {
            return tongue.say(
                    "Unterschrieben; die Erklärung liegt nicht bei, also ungeprüft: Wort des Betreibers.",
                    "Signed; the statement is not enclosed, hence unchecked: the operator's word.");
        }
        if (enrolment.isEmpty() || !held(Step.Code.STATEMENTS_SIGNED)) {
            return tongue.say(
                    "Unterschrieben von einem Gerät, dessen Schlüssel fehlt: ungeprüft.",
                    "Signed by a device whose key is missing: unchecked.");
        }
        return tongue.say(
                        "Wort dieser Organisation, unterschrieben von ihrem Gerät %s…. Dass es ihr Gerät ist, seit %s, sagt"
                                + " der Betreiber.",
                        "This organisation's word, signed by their device %s…. That it is theirs, since %s, is said by the"
                                + " operator.")
                .formatted(
                        enrolment.get().key().thumbprint().toString().substring(0, 8),
                        tongue.time(enrolment.get().enrolledAt()));
    }

    String shortWord(Evidence.Item item) {
        var record = item.record();
        if (record.statement().isEmpty()) {
            return record.actor().role() == Actor.Role.OPERATOR
                    ? tongue.say("Betreiber", "the operator's")
                    : tongue.say("der Organisation, nicht unterschrieben", "the organisation's, not signed");
        }
        boolean checked =
                item.statement().isPresent() && enrolment(record).isPresent() && held(Step.Code.STATEMENTS_SIGNED);
        return checked
                ? tongue.say(
                        "der Organisation, von ihrem Gerät unterschrieben",
                        "the organisation's, signed by their device")
                : tongue.say("unterschrieben, ungeprüft", "signed, unchecked");
    }

    private Optional<Enrolment> enrolment(EventRecord record) {
        return content.evidence().enrolments().stream()
                .filter(one -> Optional.of(one.key().thumbprint())
                        .equals(record.actor().key()))
                .findFirst();
    }

    private boolean held(Step.Code code) {
        return content.verified().steps().stream()
                .anyMatch(step -> step.code() == code && step.result() == Step.Result.HOLDS);
    }

    List<String> details(Event event) {
        var lines = new ArrayList<String>();
        switch (event) {
            case Event.Opened e -> {
                lines.add(e.opening().waste().toString());
                lines.add(tongue.say("erklärt ", "declared ") + mass(e.opening().declared()));
                lines.add(tongue.say("nach ", "to ") + e.opening().plant().site());
            }
            case Event.PickedUp e ->
                e.loaded().ifPresent(mass -> lines.add(tongue.say("geladen ", "loaded ") + mass(mass)));
            case Event.HandedOver e -> lines.add(tongue.say("an ", "to ") + organisation(e.to().value()));
            case Event.TransferNoteEntered e -> {
                lines.add(tongue.say("Übernahmeschein ", "transfer note ") + organisation(e.transferNote()));
                lines.add(mass(e.mass()));
            }
            case Event.Accepted e -> lines.add(tongue.say("angenommen ", "accepted ") + mass(e.accepted()));
            case Event.PartlyAccepted e -> {
                lines.add(tongue.say("angenommen ", "accepted ") + mass(e.accepted()));
                lines.add(tongue.say("zurückgewiesen ", "rejected ") + mass(e.rejected()) + ", " + reason(e.reason()));
                lines.addAll(goesTo(e.goesTo()));
            }
            case Event.Rejected e -> {
                lines.add(reason(e.reason()));
                lines.addAll(goesTo(e.goesTo()));
            }
            case Event.TakenBack e -> lines.add(mass(e.mass()));
            case Event.Corrected e ->
                lines.addAll(correction(e.correction(), e.corrects().value()));
            case Event.CorrectionAgreed e ->
                lines.add(tongue.say("zu ", "on ")
                        + Shown.breakable(e.correction().toString()));
            case Event.CorrectionDeclined e ->
                lines.add(tongue.say("zu ", "on ")
                        + Shown.breakable(e.correction().toString()));
            case Event.Released _, Event.TakenOver _, Event.Delivered _, Event.Cancelled _ -> {}
        }
        return lines;
    }

    private List<String> correction(Correction correction, UUID corrects) {
        var lines = new ArrayList<String>();
        lines.add(tongue.say("von ", "of ") + Shown.breakable(corrects.toString()));
        correction.mass().ifPresent(mass -> lines.add(tongue.say("richtig ist ", "correct is ") + mass(mass)));
        correction.waste().ifPresent(waste -> lines.add(tongue.say("richtig ist ", "correct is ") + waste));
        correction.noteNumber().ifPresent(number -> lines.add(tongue.say("richtig ist ", "correct is ") + number));
        return lines;
    }

    private List<String> goesTo(Optional<Party> to) {
        return to.map(party -> tongue.say("soll nach ", "is to go to ") + party.site()).stream()
                .toList();
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case WRONG_WASTE -> tongue.say("anderer Abfall als erklärt", "other waste than declared");
            case CONTAMINATED -> tongue.say("verunreinigt", "contaminated");
            case PAPERS_MISSING -> tongue.say("Papiere fehlen", "papers are missing");
            case NOT_PERMITTED -> tongue.say("hier nicht zugelassen", "not permitted here");
            case CAPACITY -> tongue.say("kein Platz", "no capacity");
            case OTHER -> tongue.say("anderer Grund", "another reason");
        };
    }

    private String mass(Mass mass) {
        return tongue.mass(mass.grams());
    }

    private static String organisation(UUID id) {
        return Shown.breakable(id.toString());
    }

    /** What a record of another kind says, member by member as it stands there. */
    List<String> members(EventRecord record) {
        return record.data().members().entrySet().stream()
                .filter(member -> !member.getKey().equals("digests"))
                .map(member -> member.getKey() + ": " + plain(member.getValue()))
                .toList();
    }

    private static String plain(Json json) {
        return json instanceof Json.Text(var text) ? text : json.canonical();
    }

    /** How many personal values the record holds the digests of. */
    int digests(EventRecord record) {
        return record.data().members().get("digests") instanceof Json.Obj(var digests) ? digests.size() : 0;
    }

    List<String> limits() {
        var lines = new ArrayList<String>();
        lines.add(tongue.say(
                "Es heißt nicht, dass stimmt, was erklärt wurde. Bewiesen ist, wer was wann erklärt hat, nach dem Wort, das"
                        + " bei jedem Schritt genannt ist, und dass es seitdem niemand geändert hat.",
                "It does not mean that what was stated is true. Proved is who stated what and when, on the word that is named"
                        + " at every step, and that nobody has changed it since."));
        lines.add(tongue.say(
                "Es zeigt nicht, ob nach dem letzten Eintrag noch etwas geschah, und nicht, ob jemand etwas verschwiegen hat.",
                "It does not show whether anything happened after the last record, nor whether somebody kept something"
                        + " silent."));
        var head = content.evidence().head();
        lines.add(
                head.seal() instanceof Seal.OnChannel
                        ? tongue.say(
                                "Das Protokoll führt der Betreiber; gesiegelt haben die Organisationen, die bei der Prüfung genannt sind."
                                        + " Ob sie voneinander unabhängig sind, zeigt keine Prüfung. Ihr Ledger ist kein qualifiziertes"
                                        + " elektronisches Vorgangsregister (Art. 45i ff. eIDAS-Verordnung); eine gesetzliche Vermutung gibt"
                                        + " es nicht.",
                                "The log is run by the operator; sealed have the organisations that are named in the check. Whether they"
                                        + " are independent of each other no check shows. Their ledger is no qualified electronic ledger"
                                        + " (Art. 45i ff. of the eIDAS Regulation); there is no legal presumption.")
                        : tongue.say(
                                "Das Protokoll und der lokale Ledger werden vom Betreiber geführt. Er ist kein qualifiziertes"
                                        + " elektronisches Vorgangsregister (Art. 45i ff. eIDAS-Verordnung); eine gesetzliche Vermutung"
                                        + " gibt es nicht.",
                                "The log and the local ledger are run by the operator. This is no qualified electronic ledger (Art. 45i"
                                        + " ff. of the eIDAS Regulation); there is no legal presumption."));
        if (head.checkpoint().signatures().size() < 2) {
            lines.add(tongue.say(
                    "Kein Zeuge hat den Prüfpunkt mitunterschrieben.", "No witness has co-signed the checkpoint."));
        }
        lines.add(
                head.timeStamps().isEmpty()
                        ? tongue.say(
                                "Kein Zeitstempel liegt bei: Die Zeiten sind das Wort der Erklärenden und des Betreibers.",
                                "There is no time stamp: the times are the word of those who stated them and of the operator.")
                        : tongue.say(
                                "Ob die Stelle, die den Zeitstempel gab, unabhängig ist, sagt die Prüfung im Einzelnen.",
                                "Whether the authority that gave the time stamp is independent, the check says step by"
                                        + " step."));
        lines.add(tongue.say(
                "Es ersetzt weder das elektronische Nachweisverfahren (eANV) noch eine qualifizierte elektronische Signatur.",
                "It replaces neither the official electronic procedure (eANV) nor a qualified electronic signature."));
        return lines;
    }
}
