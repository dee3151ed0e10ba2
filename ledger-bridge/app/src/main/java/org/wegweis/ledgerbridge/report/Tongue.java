package org.wegweis.ledgerbridge.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.event.Words;

/** In which language a part of the report is, and how it writes numbers and times. */
enum Tongue {
    GERMAN(Locale.GERMANY, "dd.MM.yyyy, HH:mm:ss xxx"),
    ENGLISH(Locale.UK, "d MMM yyyy, HH:mm:ss xxx");

    private final Locale locale;
    private final DateTimeFormatter times;

    Tongue(Locale locale, String times) {
        this.locale = locale;
        this.times = DateTimeFormatter.ofPattern(times, locale).withZone(ZoneId.of("Europe/Berlin"));
    }

    /** For example {@code de}. */
    String code() {
        return locale.getLanguage();
    }

    String say(String german, String english) {
        return this == GERMAN ? german : english;
    }

    String say(Sentence sentence) {
        return say(sentence.german(), sentence.english());
    }

    /** In Berlin, with the distance to UTC, for an hour comes twice a year. */
    String time(Instant instant) {
        return times.format(instant);
    }

    /** In kilograms, to the gram. */
    String mass(long grams) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(BigDecimal.valueOf(grams, 3)) + " kg";
    }

    String number(long number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** What a kind of subject or a type of event is called; types are English words anyway. */
    String name(String type) {
        if (this == GERMAN) return Words.german(type);
        String own = type.startsWith(Events.kind(type) + ".") ? type.substring(type.indexOf('.') + 1) : type;
        String words = own.replaceAll("\\.v[0-9]+$", "").replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
