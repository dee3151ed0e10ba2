package org.wegweis.kernel.permit;

import java.time.LocalDate;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;

/** What may be asked of a paper. */
public sealed interface Command extends Stated {
    /** Its holder says that it has it. */
    record File(Statement statement, Paper paper) implements Command {}

    /** The authority of its holder's Land has it (§53(1) Satz 2 KrWG of a notification; seen, of others). */
    record Acknowledge(Statement statement) implements Command {}

    /**
     * The authority takes it away: a prohibition (§53(3) Satz 3 KrWG), a revocation, the withdrawal of a certificate
     * (§56(8) Satz 2).
     *
     * @param from the first day on which it is good no more; it may lie in the past
     */
    record Withdraw(Statement statement, LocalDate from) implements Command {}

    /** @param from the first day on which its holder uses it no more */
    record GiveUp(Statement statement, LocalDate from) implements Command {}
}
