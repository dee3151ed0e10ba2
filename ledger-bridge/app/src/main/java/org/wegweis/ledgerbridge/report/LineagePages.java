package org.wegweis.ledgerbridge.report;

import java.util.ArrayList;
import java.util.List;
import org.wegweis.ledgerbridge.gathering.Lineage;

/** Where the waste came from and went, as a list of what went from where to where. */
final class LineagePages {
    private final Fo fo;
    private final Tongue tongue;

    LineagePages(Fo fo, Tongue tongue) {
        this.fo = fo;
        this.tongue = tongue;
    }

    /** @param most so many lines at most */
    void write(Lineage lineage, int most) {
        fo.heading(tongue.say("Woher der Abfall kam und wohin er ging", "Where the waste came from and went"));
        fo.block(
                tongue.say(
                        "So, wie es beim Ausstellen bekannt war. Der Zusammenhang folgt aus den beiliegenden Einträgen, soweit"
                                + " sie nicht verborgen sind.",
                        "As it was known when this was made. How it hangs together follows from the enclosed records, as"
                                + " far as they are not hidden."),
                "space-after",
                "2mm",
                "keep-with-next.within-page",
                "always");
        var rows = new ArrayList<Runnable>();
        lineage.edges().stream()
                .limit(most)
                .forEach(edge -> rows.add(() -> {
                    node(lineage, edge.from());
                    Tables.cell(fo, () -> fo.text(tongue.mass(edge.grams()) + " →"));
                    node(lineage, edge.to());
                }));
        Tables.table(
                fo,
                List.of("41%", "18%", "41%"),
                List.of(tongue.say("Von", "From"), tongue.say("Masse", "Mass"), tongue.say("Nach", "To")),
                rows);
        int more = lineage.edges().size() - rows.size();
        if (more > 0 || !lineage.complete()) {
            fo.block(tongue.say(
                    "Nicht alles davon ist hier gezeigt: Es ist zu viel.",
                    "Not all of it is shown here: it is too much."));
        }
    }

    private void node(Lineage lineage, int number) {
        var node = lineage.nodes().get(number);
        Tables.cell(fo, () -> {
            fo.block(
                    name(node.kind()) + (number == 0 ? tongue.say(" (dieser)", " (this one)") : ""),
                    "font-weight",
                    "bold");
            if (node.hidden()) fo.block(tongue.say("dem Empfänger verborgen", "hidden from the recipient"));
            node.subject().ifPresent(subject -> fo.block(Shown.breakable(subject.id())));
            node.wasteCode().ifPresent(code -> fo.block(Shown.of(code).text()));
            fo.block(tongue.mass(node.grams()));
        });
    }

    private String name(String kind) {
        return switch (kind) {
            case "lot" -> tongue.say("Los", "Lot");
            case "product" -> tongue.say("Produkt", "Product");
            case "disposed" -> tongue.say("Beseitigt", "Disposed of");
            case "treatment" -> tongue.say("Behandlung", "Treatment");
            default -> tongue.name(kind);
        };
    }
}
