package org.wegweis.ledgerbridge.report;

import org.jspecify.annotations.Nullable;

/** Makes readable reports. What sets the pages is large, so it is made when the first report is asked for. */
public final class ReadableReport {
    private @Nullable Typesetter typesetter;

    /** PDF; the same content gives the same bytes. */
    public byte[] pdf(Content content) {
        return typesetter().pdf(Document.of(content), content.evidence().madeAt());
    }

    private synchronized Typesetter typesetter() {
        if (typesetter == null) typesetter = new Typesetter();
        return typesetter;
    }
}
