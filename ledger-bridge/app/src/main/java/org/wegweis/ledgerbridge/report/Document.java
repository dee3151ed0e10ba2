package org.wegweis.ledgerbridge.report;

/** The report as a whole: the pages in German, then the same in English. */
final class Document {
    private Document() {}

    static Fo of(Content content) {
        var fo = new Fo();
        fo.open(
                "root",
                "xmlns:fo",
                "http://www.w3.org/1999/XSL/Format",
                "xml:lang",
                "de",
                "font-family",
                "Liberation Sans",
                "font-size",
                "9pt",
                "line-height",
                "1.35",
                "color",
                "#1a1a1a");
        fo.open("layout-master-set")
                .open(
                        "simple-page-master",
                        "master-name",
                        "page",
                        "page-width",
                        "210mm",
                        "page-height",
                        "297mm",
                        "margin",
                        "16mm 18mm 10mm 18mm")
                .open("region-body", "margin-bottom", "13mm")
                .close()
                .open("region-after", "extent", "8mm")
                .close()
                .close()
                .close();
        fo.open("declarations")
                .xmp("Beweispaket " + content.evidence().subject() + " / Evidence package")
                .close();
        fo.open("bookmark-tree");
        for (var tongue : Tongue.values()) {
            fo.open("bookmark", "internal-destination", tongue.code())
                    .open("bookmark-title")
                    .text(tongue.say("Deutsch", "English"))
                    .close()
                    .close();
        }
        fo.close();
        for (var tongue : Tongue.values()) sequence(fo, tongue, content);
        return fo.close();
    }

    private static void sequence(Fo fo, Tongue tongue, Content content) {
        fo.open("page-sequence", "master-reference", "page", "xml:lang", tongue.code(), "id", "all-" + tongue.code());
        fo.open("static-content", "flow-name", "xsl-region-after")
                .open("block", "border-top", "0.5pt solid #8a8a8a", "padding-top", "1.5mm", "font-size", "7.5pt")
                .text(tongue.say("Beweispaket ", "Evidence package ")
                        + content.evidence().subject() + " · "
                        + tongue.time(content.evidence().madeAt()) + " · "
                        + tongue.say("Seite ", "page "))
                .open("page-number")
                .close()
                .text(tongue.say(" von ", " of "))
                .open("page-number-citation-last", "ref-id", "all-en")
                .close()
                .close()
                .close();
        fo.open("flow", "flow-name", "xsl-region-body");
        new Pages(fo, tongue, content).write();
        fo.close().close();
    }
}
