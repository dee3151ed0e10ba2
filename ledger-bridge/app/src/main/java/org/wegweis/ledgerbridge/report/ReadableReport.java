package org.wegweis.ledgerbridge.report;

import org.jspecify.annotations.Nullable;

/** Makes readable reports. What sets the pages is large, so it is made when the first report is asked for. */
public final class ReadableReport {
    private @Nullable Typesetter typesetter;

    /** PDF; the same content gives the same bytes. One after the other, for setting pages takes memory. */
    public synchronized byte[] pdf(Content content) {
        if (typesetter == null) typesetter = new Typesetter();
        return typesetter.pdf(Document.of(content), content.evidence().madeAt());
    }
}
