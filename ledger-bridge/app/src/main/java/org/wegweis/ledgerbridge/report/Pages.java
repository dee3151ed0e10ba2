package org.wegweis.ledgerbridge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.verification.Anchor;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.evidence.verification.Step;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** The report in one language, from what it is about to how it is checked. */
final class Pages {
    private static final int BOXES_A_ROW = 3;
    /** A plant's stock may have thousands of records; the report is for reading. */
    private static final int MOST_ROWS = 300;

    private static final int MOST_EDGES = 200;
    private static final int LONGEST_NAME = 120;

    private final Fo fo;
    private final Tongue tongue;
    private final Content content;
    private final Evidence evidence;
    private final Map<Integer, Evidence.Item> own = new TreeMap<>();
    private final Map<UUID, Map<Integer, Evidence.Item>> others = new LinkedHashMap<>();
    private final Words words;

    Pages(Fo fo, Tongue tongue, Content content) {
        this.fo = fo;
        this.tongue = tongue;
        this.content = content;
        this.evidence = content.evidence();
        this.words = new Words(tongue, content);
        for (int number = 0; number < evidence.items().size(); number++) {
            var item = evidence.items().get(number);
            var subject = item.record().subject();
            var place =
                    subject.equals(evidence.subject()) ? own : others.computeIfAbsent(subject, _ -> new TreeMap<>());
            place.put(number, item);
        }
    }

    void write() {
        title();
        result();
        about();
        var events = events();
        if (!events.isEmpty()) route(Stop.route(events));
        if (events.stream().anyMatch(Event.Corrected.class::isInstance)) {
            fo.block(tongue.say(
                    "Es gab Berichtigungen: Die Massen hier sind die zuerst erklärten, was gilt, steht bei den Schritten.",
                    "There were corrections: the masses here are those first stated; what holds, the steps tell."));
        }
        content.lineage()
                .filter(lineage -> lineage.nodes().size() > 1)
                .ifPresent(lineage -> new LineagePages(fo, tongue).write(lineage, MOST_EDGES));
        steps();
        touched();
        verification();
        limits();
        keys();
        checking();
    }

    private void title() {
        String kind = tongue.name(content.about().one());
        fo.block(
                tongue.say("Beweispaket: ", "Evidence package: ") + kind,
                "id",
                tongue.code(),
                "role",
                "H1",
                "font-size",
                "17pt",
                "font-weight",
                "bold",
                "line-height",
                "1.2");
        paragraph(tongue.say(
                "Dieser Bericht macht das Beweispaket lesbar, in dem er liegt. Er selbst beweist nichts: Bewiesen wird"
                        + " durch die Dateien daneben, und jeder kann sie ohne uns nachprüfen. Grau hinterlegt ist, was"
                        + " andere eingegeben haben; unlesbare oder irreführende Zeichen darin stehen als Nummer. Zeiten"
                        + " gelten in Berlin, mit Abstand zur Weltzeit.",
                "This report makes the evidence package readable in which it lies. It proves nothing itself: the files"
                        + " beside it do, and anybody can check them without us. What others have entered stands on"
                        + " grey; unreadable or misleading characters in it are written as their number. Times are those"
                        + " of Berlin, with their distance to UTC."));
    }

    private void result() {
        var outcome = content.verified().outcome();
        fo.open(
                "block",
                "border",
                "1.2pt solid #33557f",
                "padding",
                "2.5mm",
                "margin",
                "0mm",
                "space-before",
                "3mm",
                "space-after",
                "3mm",
                "keep-together.within-page",
                "always");
        fo.block(
                tongue.say("Ergebnis der Prüfung beim Ausstellen: ", "Result of the check when it was made: ")
                        + tongue.say(outcome.sentence()),
                "font-weight",
                "bold");
        fo.block(tongue.say(
                "Das heißt: Die Einträge sind unverändert, lückenlos vom ersten an und stehen an festen Plätzen in einem"
                        + " Protokoll, dessen Stand der Betreiber unterschrieben hat. Es heißt nicht, dass wahr ist, was"
                        + " eingetragen wurde.",
                "That means: the records are unchanged, without a gap from the first, and stand at fixed places in a log"
                        + " whose head the operator has signed. It does not mean that what was recorded is true."));
        fo.close();
    }

    private void about() {
        fo.heading(tongue.say("Worum es geht", "What it is about"));
        var rows = new ArrayList<Runnable>();
        rows.add(row(
                tongue.say("Gegenstand", "Subject"), tongue.name(content.about().one())));
        rows.add(row(tongue.say("Kennung", "Id"), evidence.subject().toString()));
        events().stream().limit(1).forEach(first -> {
            if (first instanceof Event.Opened opened) opening(rows, opened);
        });
        rows.add(row(tongue.say("Ausgestellt", "Made"), tongue.time(evidence.madeAt())));
        rows.add(row(
                tongue.say("Inhalt", "Contents"),
                tongue.say("%s Einträge, davon %s dieses Gegenstands", "%s records, %s of them of this subject")
                        .formatted(tongue.number(evidence.items().size()), tongue.number(own.size()))));
        if (evidence.hidden() > 0) {
            rows.add(row(
                    tongue.say("Verborgen", "Hidden"),
                    tongue.say(
                                    "Stationen, die der Empfänger nicht sehen darf: %s",
                                    "stations that the recipient may not see: %s")
                            .formatted(tongue.number(evidence.hidden()))));
        }
        if (evidence.leftOut() > 0) {
            rows.add(row(
                    tongue.say("Weggelassen", "Left out"),
                    tongue.say(
                                    "Gegenstände, für die kein Platz war, mindestens: %s",
                                    "subjects for which there was no room, at least: %s")
                            .formatted(tongue.number(evidence.leftOut()))));
        }
        table(List.of("26%", "74%"), List.of(), rows);
        parties();
    }

    private void opening(List<Runnable> rows, Event.Opened opened) {
        Opening opening = opened.opening();
        opening.noteNumber()
                .ifPresent(number -> rows.add(row(tongue.say("Begleitschein", "Consignment note"), number.value())));
        opening.certificate().ifPresent(number -> {
            boolean enclosed = others.values().stream()
                    .anyMatch(items -> Events.kind(first(items).type()).equals(Events.CERTIFICATE));
            rows.add(row(
                    tongue.say("Nachweis", "Disposal certificate"),
                    number.value()
                            + (enclosed
                                    ? tongue.say(" (liegt bei)", " (enclosed)")
                                    : tongue.say(
                                            " (liegt nicht bei: nicht hinterlegt oder dem Empfänger verborgen)",
                                            " (not enclosed: not on file, or hidden from the recipient)"))));
        });
        WasteCode waste = opening.waste();
        String title = WasteList.EUROPEAN
                .find(waste.digits(), BerlinDay.of(opened.statement().happenedAt()))
                .map(entry -> " " + entry.title())
                .orElse("");
        rows.add(row(tongue.say("Abfall", "Waste"), waste + title));
        rows.add(row(
                tongue.say("Erklärte Masse", "Declared mass"),
                tongue.mass(opening.declared().grams())));
    }

    private void parties() {
        var rows = new ArrayList<Runnable>();
        var names = content.directory().names();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> one.value().compareTo(other.value())))
                .limit(MOST_ROWS)
                .forEach(entry -> rows.add(() -> {
                    cell(() -> fo.text(Shown.of(entry.getValue(), LONGEST_NAME)));
                    cell(() -> fo.text(Shown.breakable(entry.getKey().toString())));
                }));
        if (rows.isEmpty()) return;
        paragraph(tongue.say(
                "Die Namen stehen im Verzeichnis, wie die Organisationen sie dort eingetragen haben; die Einträge selbst"
                        + " nennen nur die Kennungen.",
                "The names are those that the organisations have entered in the directory; the records name the ids"
                        + " only."));
        table(
                List.of("45%", "55%"),
                List.of(tongue.say("Name im Verzeichnis", "Name in the directory"), tongue.say("Kennung", "Id")),
                rows);
        more(
                names.size() - rows.size(),
                "%s weitere Namen sind hier nicht aufgezählt.",
                "%s more names are not listed here.");
    }

    /** Of a consignment; of everything else there is no route to draw. */
    private List<Event> events() {
        var events = new ArrayList<Event>();
        for (var item : own.values()) {
            if (read(item.record()).orElse(null) instanceof Event event) events.add(event);
        }
        return events;
    }

    private static Optional<Stated> read(EventRecord record) {
        try {
            return Optional.of(Events.event(record));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a later version's record: what it says lies beside this report
        }
    }

    private void route(List<Stop> all) {
        if (all.isEmpty()) return;
        var stops = all.subList(0, Math.min(all.size(), MOST_ROWS));
        fo.heading(tongue.say("Der Weg", "The route"));
        fo.open("table", "table-layout", "fixed", "width", "100%", "space-after", "2mm");
        for (int i = 0; i < BOXES_A_ROW; i++) {
            fo.open("table-column", "column-width", "30.3%").close();
            fo.open("table-column", "column-width", "3.03%").close();
        }
        fo.open("table-body");
        for (int from = 0; from < stops.size(); from += BOXES_A_ROW) {
            fo.open("table-row", "keep-together.within-page", "always");
            for (int i = from; i < from + BOXES_A_ROW; i++) {
                if (i >= stops.size()) {
                    empty();
                    empty();
                    continue;
                }
                box(stops.get(i));
                if (i + 1 < stops.size()) {
                    fo.open("table-cell", "display-align", "center", "padding-top", "2mm")
                            .block("→", "text-align", "center", "font-size", "12pt")
                            .close();
                } else {
                    empty();
                }
            }
            fo.close();
        }
        fo.close().close();
        more(
                all.size() - stops.size(),
                "%s weitere Stationen sind hier nicht gezeichnet; ihre Einträge liegen im Paket.",
                "%s more stops are not drawn here; their records lie in the package.");
    }

    /** Says how many are not shown, if any are not. */
    private void more(int count, String german, String english) {
        if (count > 0) paragraph(tongue.say(german, english).formatted(tongue.number(count)));
    }

    private void empty() {
        fo.open("table-cell").open("block").close().close();
    }

    private void box(Stop stop) {
        boolean there = stop.role() != Stop.Role.DESTINATION;
        fo.open("table-cell", "padding-top", "2mm");
        fo.open(
                "block",
                "border",
                there ? "0.8pt solid #33557f" : "0.8pt dashed #6a6a6a",
                "padding",
                "1.5mm",
                "margin",
                "0mm",
                "font-size",
                "8pt");
        fo.block(words.role(stop), "font-weight", "bold");
        fo.open("block");
        organisation(stop.organisation());
        fo.close();
        stop.site().ifPresent(this::site);
        for (var happening : stop.happenings()) {
            fo.open("block", "space-before", "0.8mm");
            fo.text(words.happening(happening));
            fo.close();
            fo.block(tongue.time(happening.at()));
        }
        fo.close().close();
    }

    private void site(SiteNumber number) {
        fo.open("block");
        fo.text(number.value());
        content.directory().site(number).ifPresent(site -> {
            fo.text(" ");
            fo.text(Shown.of(site.place(), LONGEST_NAME));
        });
        fo.close();
    }

    private void organisation(OrganisationId organisation) {
        var name = content.directory().name(organisation);
        if (name.isPresent()) fo.text(Shown.of(name.get(), LONGEST_NAME));
        else fo.text(Shown.breakable(organisation.toString()));
    }

    private void steps() {
        fo.heading(tongue.say("Jeder Schritt", "Every step"));
        paragraph(tongue.say(
                "„Geschehen“ ist die Zeit, die der Erklärende nennt; „eingetragen“ die Uhr des Betreibers. Die Nummer"
                        + " führt zur Datei records/NNNN.json des Pakets. Der Platz ist der im Protokoll; dass der Eintrag"
                        + " dort steht, rechnet jeder nach.",
                "“Happened” is the time that whoever stated it names; “recorded” is the operator's clock. The number"
                        + " leads to the file records/NNNN.json of the package. The place is that in the log; that the"
                        + " record stands there, anybody can reckon."));
        var rows = new ArrayList<Runnable>();
        own.entrySet().stream().limit(MOST_ROWS).forEach(entry -> rows.add(step(entry.getKey(), entry.getValue())));
        table(
                List.of("7%", "23%", "19%", "25%", "26%"),
                List.of(
                        tongue.say("Nr.", "No."),
                        tongue.say("Was und wann", "What and when"),
                        tongue.say("Von wem", "By whom"),
                        tongue.say("Angaben", "Particulars"),
                        tongue.say("Beweis, und auf wessen Wort", "Proof, and on whose word")),
                rows);
        moreRecords(own.size() - rows.size());
    }

    private Runnable step(int number, Evidence.Item item) {
        return () -> {
            cell(() -> fo.text("%04d".formatted(number)));
            cell(() -> what(item.record()));
            cell(() -> who(item.record()));
            cell(() -> details(item));
            cell(() -> {
                fo.block(words.proof(item.record()));
                fo.block(words.word(item), "space-before", "0.8mm");
            });
        };
    }

    private void moreRecords(int count) {
        more(
                count,
                "%s weitere Einträge sind hier nicht aufgezählt, liegen aber im Paket.",
                "%s more records are not listed here; they lie in the package.");
    }

    private void what(EventRecord record) {
        fo.block(tongue.name(record.type()), "font-weight", "bold");
        fo.block(tongue.say("geschehen ", "happened ") + tongue.time(record.happenedAt()));
        fo.block(tongue.say("eingetragen ", "recorded ") + tongue.time(record.recordedAt()));
    }

    private void who(EventRecord record) {
        fo.open("block");
        organisation(record.actor().organisation());
        fo.close();
        fo.block(words.role(record.actor().role()));
    }

    private void details(Evidence.Item item) {
        if (read(item.record()).orElse(null) instanceof Event event) {
            for (String line : words.details(event)) fo.block(line);
        } else {
            words.members(item.record())
                    .forEach(line ->
                            fo.open("block").text(Shown.of(line, LONGEST_NAME)).close());
        }
        for (var one : item.disclosures()) {
            fo.open("block").text(words.personal(one.name()) + ": ");
            fo.text(Shown.of(one.value().value()));
            fo.close();
        }
        int kept = words.digests(item.record()) - item.disclosures().size();
        if (kept > 0) {
            fo.block(tongue.say("%d Angaben zu Personen nicht offengelegt", "%d personal values not disclosed")
                    .formatted(kept));
        }
    }

    /** What belongs to other subjects, shortly: all of it lies in the package. */
    private void touched() {
        if (others.isEmpty()) return;
        fo.heading(tongue.say("Was dieser Gegenstand berührt", "What this subject touches"));
        paragraph(tongue.say(
                "Einträge anderer Gegenstände: woher der Abfall kam, wohin er ging, und die Papiere. Auch sie sind"
                        + " lückenlos vom ersten Eintrag an und so bewiesen wie die oben.",
                "Records of other subjects: where the waste came from, where it went, and the papers. They too are without"
                        + " a gap from their first record and proved like those above."));
        var rows = new ArrayList<Runnable>();
        int more = 0;
        for (var subject : others.entrySet()) {
            for (var entry : subject.getValue().entrySet()) {
                if (rows.size() < MOST_ROWS) rows.add(other(entry.getKey(), entry.getValue()));
                else more++;
            }
        }
        table(
                List.of("7%", "26%", "25%", "20%", "22%"),
                List.of(
                        tongue.say("Nr.", "No."),
                        tongue.say("Gegenstand", "Subject"),
                        tongue.say("Was und wann", "What and when"),
                        tongue.say("Von wem", "By whom"),
                        tongue.say("Auf wessen Wort", "On whose word")),
                rows);
        moreRecords(more);
    }

    private Runnable other(int number, Evidence.Item item) {
        var record = item.record();
        return () -> {
            cell(() -> fo.text("%04d".formatted(number)));
            cell(() -> {
                fo.block(tongue.name(Events.kind(record.type())));
                fo.block(Shown.breakable(record.subject().toString()));
            });
            cell(() -> {
                fo.block(tongue.name(record.type()), "font-weight", "bold");
                fo.block(tongue.time(record.happenedAt()));
            });
            cell(() -> who(record));
            cell(() -> fo.text(words.shortWord(item)));
        };
    }

    private void verification() {
        fo.heading(tongue.say("Die Prüfung im Einzelnen", "The check step by step"));
        var rows = new ArrayList<Runnable>();
        for (Step step : content.verified().steps()) {
            rows.add(() -> {
                cell(() -> fo.text(tongue.say(step.code().what())));
                cell(() -> fo.block(words.result(step.result()), "font-weight", "bold"));
                cell(() -> fo.text(Shown.breakable(tongue.say(finding(step)))));
                cell(() -> fo.text(
                        step.result() == Step.Result.HOLDS
                                ? tongue.say(step.code().restsOn().words())
                                : "–"));
            });
        }
        table(
                List.of("22%", "13%", "43%", "22%"),
                List.of(
                        tongue.say("Schritt", "Step"),
                        tongue.say("Ergebnis", "Result"),
                        tongue.say("Befund", "Finding"),
                        tongue.say("Beruht auf", "Rests on")),
                rows);
    }

    /** The evidence record is made last, over this report too, which therefore cannot show it. */
    private static Sentence finding(Step step) {
        return step.code() == Step.Code.EVIDENCE_RECORD
                ? new Sentence(
                        "Er entsteht zuletzt und deckt auch diesen Bericht; nur die Prüfung der Datei zeigt ihn.",
                        "It is made last and covers this report too; only a check of the file shows it.")
                : step.sentence();
    }

    private void limits() {
        fo.heading(tongue.say("Was „hält“ nicht heißt", "What “holds” does not mean"));
        for (String line : words.limits()) {
            fo.block("– " + line, "space-after", "1mm", "start-indent", "2.2mm", "text-indent", "-2.2mm");
        }
    }

    private void keys() {
        fo.heading(tongue.say("Prüfpunkt und Schlüssel", "Checkpoint and keys"));
        paragraph(tongue.say(
                "Vergleichen Sie diese Schlüssel mit der Vertrauensdatei, und zwar mit einer, die Sie nicht zusammen mit"
                        + " diesem Paket bekommen haben. Sonst haben Sie nur geprüft, dass das Paket zu sich selbst passt.",
                "Compare these keys with the trust file, with one that you have not been given together with this package."
                        + " Otherwise you have only checked that the package agrees with itself."));
        var checkpoint = Checkpoint.parse(evidence.head().checkpoint().text());
        Head head = checkpoint.head();
        var rows = new ArrayList<Runnable>();
        rows.add(row(tongue.say("Protokoll", "Log"), checkpoint.origin()));
        rows.add(row(tongue.say("Einträge im Protokoll", "Records in the log"), tongue.number(head.size())));
        rows.add(row(tongue.say("Wurzel (Base64)", "Root (base64)"), head.root().toString()));
        content.verified()
                .trust()
                .ifPresent(trust -> Anchor.of(trust)
                        .forEach(anchor -> rows.add(row(
                                (tongue.say(anchor.kind().words()) + " " + anchor.name()).strip() + ", SHA-256",
                                anchor.fingerprint().hex()))));
        table(List.of("30%", "70%"), List.of(), rows);
    }

    private void checking() {
        fo.heading(tongue.say("So prüfen Sie selbst", "How to check it yourself"));
        paragraph(tongue.say(
                "Ohne Netz: infra/verify --trust VERTRAUENSDATEI PAKET (Ende mit 0: hält; 1: hält nicht; 2: nicht lesbar;"
                        + " 3: in sich stimmig, aber ohne Vertrauensdatei). Im Browser: die Prüfseite des Betreibers. Das"
                        + " Paket ist ein ASiC-E-Behälter (ETSI EN 319 162-1), also ein Zip: Sein Siegel prüft auch"
                        + " fremde Software, die Beweise des Protokolls jede, die RFC 9162 und die Formate von C2SP kennt.",
                "Without a network: infra/verify --trust TRUST-FILE PACKAGE (ends with 0: holds; 1: does not hold; 2: cannot"
                        + " be read; 3: holds together, but without a trust file). In a browser: the operator's verification"
                        + " page. The package is an ASiC-E container (ETSI EN 319 162-1), hence a zip: other people's"
                        + " software checks its seal too, and whatever knows RFC 9162 and the formats of C2SP checks the"
                        + " log's proofs."));
    }

    private static EventRecord first(Map<Integer, Evidence.Item> items) {
        return items.values().iterator().next().record();
    }

    private void paragraph(String text) {
        fo.block(text, "space-before", "1mm", "space-after", "2mm", "keep-with-next.within-page", "always");
    }

    private Runnable row(String name, String value) {
        return () -> {
            cell(() -> fo.block(name, "font-weight", "bold"));
            cell(() -> fo.text(Shown.breakable(value)));
        };
    }

    private void cell(Runnable inside) {
        Tables.cell(fo, inside);
    }

    private void table(List<String> widths, List<String> head, List<Runnable> rows) {
        Tables.table(fo, widths, head, rows);
    }
}
