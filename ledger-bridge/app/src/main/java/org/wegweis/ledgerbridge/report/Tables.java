package org.wegweis.ledgerbridge.report;

import java.util.List;

/** Tables whose head comes again on every page. */
final class Tables {
    private static final String LINE = "0.5pt solid #8a8a8a";

    private Tables() {}

    /**
     * A table.
     *
     * @param head none for a table of names and values
     * @param rows each writes its cells
     */
    static void table(Fo fo, List<String> widths, List<String> head, List<Runnable> rows) {
        if (rows.isEmpty()) return;
        fo.open(
                "table",
                "table-layout",
                "fixed",
                "width",
                "100%",
                "font-size",
                "8pt",
                "border-collapse",
                "separate",
                "space-after",
                "2mm");
        for (String width : widths)
            fo.open("table-column", "column-width", width).close();
        if (!head.isEmpty()) {
            fo.open("table-header").open("table-row", "background-color", "#e2eaf3");
            for (String name : head) cell(fo, () -> fo.block(name, "font-weight", "bold"));
            fo.close().close();
        }
        fo.open("table-body");
        for (Runnable row : rows) {
            fo.open("table-row");
            row.run();
            fo.close();
        }
        fo.close().close();
    }

    static void cell(Fo fo, Runnable inside) {
        fo.open("table-cell", "border-bottom", LINE, "padding", "1mm", "overflow", "hidden");
        fo.open("block");
        inside.run();
        fo.close().close();
    }
}
