package org.wegweis.ledgerbridge.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XSL-FO (W3C, XSL 1.1). What others have entered comes in as {@link Shown} only, and stands on grey. */
final class Fo {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    Fo open(String element, String... attributes) {
        out.append("<fo:").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    Fo close() {
        out.append("</fo:").append(open.pop()).append('>');
        return this;
    }

    /** Our own words. */
    Fo text(String text) {
        escape(text);
        return this;
    }

    /** Somebody else's words. */
    Fo text(Shown shown) {
        return open("inline", "background-color", "#e9e9e9").text(shown.text()).close();
    }

    Fo block(String text, String... attributes) {
        return open("block", attributes).text(text).close();
    }

    /** Of a section, which does not begin at the foot of a page. */
    Fo heading(String text) {
        return block(
                text,
                "role",
                "H2",
                "font-size",
                "12pt",
                "font-weight",
                "bold",
                "space-before",
                "5mm",
                "space-after",
                "1.5mm",
                "keep-with-next.within-page",
                "always");
    }

    /** What the file is called, where PDF/UA wants it (ISO 14289-1 §7.1). */
    Fo xmp(String title) {
        out.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">")
                .append("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
                .append("<rdf:Alt><rdf:li xml:lang=\"x-default\">");
        escape(title);
        out.append("</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>");
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
