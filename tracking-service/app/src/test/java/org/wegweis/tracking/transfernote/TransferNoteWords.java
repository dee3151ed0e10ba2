package org.wegweis.tracking.transfernote;

import java.util.Set;
import org.wegweis.kernel.transfernote.Refusal;
import org.wegweis.tracking.Refusals;

/** What each refusal of a transfer note is called. */
public final class TransferNoteWords {
    private TransferNoteWords() {}

    public static Set<String> slugs() throws ReflectiveOperationException {
        return Refusals.slugs(Refusal.class, TransferNoteProblems::problem);
    }
}
