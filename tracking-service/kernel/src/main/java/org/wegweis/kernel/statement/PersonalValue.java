package org.wegweis.kernel.statement;

import java.util.Locale;

/** What a statement may say about people. Records hold its salted digest only. */
public enum PersonalValue {
    /** The vehicle's plate. */
    PLATE,
    /** The driver's name. */
    DRIVER,
    /** Free words, which may name anybody. */
    REMARK,
    /** Where the phone was, {@code latitude,longitude} in WGS 84 degrees. */
    PLACE;

    /** As records and statements write it, for example {@code plate}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PersonalValue parse(String text) {
        for (PersonalValue value : values()) if (value.text().equals(text)) return value;
        throw new IllegalArgumentException("no such personal value: " + text);
    }
}
