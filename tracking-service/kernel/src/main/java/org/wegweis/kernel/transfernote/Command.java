package org.wegweis.kernel.transfernote;

import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What may be asked of a transfer note. */
public sealed interface Command extends Stated {
    /** Whoever takes the waste over makes it out, at the latest then (§12(3) NachwV). */
    record Issue(Statement statement, Content content) implements Command {}

    /** The generator puts its name to it (§12(3)). */
    record Sign(Statement statement) implements Command {}

    /** The collector enters it into the note of its collective load (§13(1) Satz 4). */
    record Enter(Statement statement, ConsignmentId consignment) implements Command {}

    /** That note could not take it: it is free for another. */
    record UndoEntry(Statement statement) implements Command {}

    record Cancel(Statement statement) implements Command {}
}
