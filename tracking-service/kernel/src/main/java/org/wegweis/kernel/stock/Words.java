package org.wegweis.kernel.stock;

import java.util.Locale;

/** The room's lists as records and statements write them: {@code OWN_WASTE} is {@code own-waste}. */
final class Words {
    private Words() {}

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param what the list holds, to be read after "no such" */
    static <E extends Enum<E>> E parse(E[] values, String text, String what) {
        for (E value : values) if (text(value).equals(text)) return value;
        throw new IllegalArgumentException("no such " + what + ": " + text);
    }
}
