package org.wegweis.projections.finding;

import org.wegweis.projections.search.Cursor;

/** Where the next page begins: behind that place among a consignment's findings. */
record FindingCursor(Cursor behind, int place) {
    static final FindingCursor START = new FindingCursor(Cursor.START, Integer.MAX_VALUE);

    static FindingCursor parse(String text) {
        int cut = text.lastIndexOf('_');
        if (cut < 0 || !text.substring(cut + 1).matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("needs the value of next, as it was answered");
        }
        return new FindingCursor(Cursor.parse(text.substring(0, cut)), Integer.parseInt(text.substring(cut + 1)));
    }

    @Override
    public String toString() {
        return behind + "_" + place;
    }
}
