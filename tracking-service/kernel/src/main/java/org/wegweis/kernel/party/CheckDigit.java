package org.wegweis.kernel.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wegweis.kernel.json.WrongField;

/**
 * Tells whether an official number's check digit is right, for whoever has the rule. The rules of the German numbers are not
 * public: {@link #NOT_CHECKED} says so of each. Pure: the same number always gets the same verdict.
 */
@FunctionalInterface
public interface CheckDigit {
    /** The honest answer of those who do not have the rule. */
    CheckDigit NOT_CHECKED = (_, _) -> Verdict.NOT_CHECKED;

    /** @param number laid out as its kind asks: {@link SiteNumber}, {@link CertificateNumber}, {@link NoteNumber} */
    Verdict verdict(Kind kind, String number);

    /** Which number. */
    enum Kind {
        SITE,
        CERTIFICATE,
        NOTE
    }

    /** What can be said of a number. */
    enum Verdict {
        RIGHT,
        WRONG,
        NOT_CHECKED;

        /** For example {@code not-checked}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Refuses a number whose check digit is wrong; whether it is right may stay open.
     *
     * @param pointer where it stands in what was sent, as a JSON pointer
     */
    default void refuseWrong(Kind kind, Object number, String pointer) {
        if (verdict(kind, number.toString()) == Verdict.WRONG) {
            throw new WrongField(pointer, "has a wrong check digit: " + number);
        }
    }

    /** One verdict for the numbers of a note: wrong if one is, right if all are. */
    default Verdict verdict(Optional<NoteNumber> note, Optional<CertificateNumber> certificate, SiteNumber... sites) {
        var verdicts = new ArrayList<Verdict>();
        note.ifPresent(number -> verdicts.add(verdict(Kind.NOTE, number.toString())));
        certificate.ifPresent(number -> verdicts.add(verdict(Kind.CERTIFICATE, number.toString())));
        for (var site : List.of(sites)) {
            // What stands for all generators of a Land is made up by law and has no check digit (§13(1) Satz 3 NachwV).
            if (!site.ofCollection()) verdicts.add(verdict(Kind.SITE, site.toString()));
        }
        if (verdicts.contains(Verdict.WRONG)) return Verdict.WRONG;
        return verdicts.contains(Verdict.NOT_CHECKED) ? Verdict.NOT_CHECKED : Verdict.RIGHT;
    }
}
