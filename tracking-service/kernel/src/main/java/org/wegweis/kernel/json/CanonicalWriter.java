package org.wegweis.kernel.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** RFC 8785 §3.2, step by step. */
final class CanonicalWriter {
    private static final MathContext ONE_DIGIT = new MathContext(1);

    private CanonicalWriter() {}

    static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Null _ -> out.append("null");
            case Json.Bool(boolean value) -> out.append(value);
            case Json.Num(double value) -> number(value, out);
            case Json.Text(String value) -> string(value, out);
            case Json.Arr(var items) -> {
                out.append('[');
                String separator = "";
                for (Json item : items) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(']');
            }
            case Json.Obj(var members) -> {
                out.append('{');
                String separator = "";
                for (var member : members.entrySet()) {
                    out.append(separator);
                    string(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    separator = ",";
                }
                out.append('}');
            }
        }
    }

    /** RFC 8785 §3.2.2.2. */
    static void string(String value, StringBuilder out) {
        out.append('"');
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) plain++;
        out.append(value, 0, plain); // mostly all of it
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 0xF, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether it stands for itself in a string, in what is written and in what is read. */
    static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\';
    }

    /** RFC 8785 §3.2.2.3: ECMAScript's Number::toString (ECMA-262 §6.1.6.1.20), numbered as there. */
    private static void number(double value, StringBuilder out) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) <= Json.LARGEST_INTEGER) { // by far the most; -0 prints as 0
            out.append(whole);
            return;
        }
        if (value < 0) out.append('-'); // step 3
        var shortest = shortest(Math.abs(value)); // step 5
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) { // step 6, whole
            out.append(digits).repeat("0", n - k);
        } else if (0 < n && n <= 21) { // step 7, point inside
            out.append(digits, 0, n).append('.').append(digits, n, k);
        } else if (-6 < n && n <= 0) { // step 8, small
            out.append("0.").repeat("0", -n).append(digits);
        } else { // steps 9 to 12, with exponent
            out.append(digits.charAt(0));
            if (k > 1) out.append('.').append(digits, 1, k);
            int exponent = n - 1;
            out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
        }
    }

    /**
     * The fewest digits that read back as the same double. Java's toString finds them since JDK 19, but for the smallest
     * doubles it writes two digits where one would do.
     */
    private static BigDecimal shortest(double value) {
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var oneDigit = digits.round(ONE_DIGIT);
        return oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : digits;
    }
}
