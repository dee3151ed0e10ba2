package org.wegweis.kernel.statement;

/**
 * The answer to a command.
 *
 * @param <E> what may have happened
 * @param <R> why it may be refused
 */
public sealed interface Decision<E extends Stated, R> {
    record Accepted<E extends Stated, R>(E event) implements Decision<E, R> {}

    /** The statement is there already; whether it says the same is for the one who holds both to compare. */
    record Known<E extends Stated, R>(StatementId id) implements Decision<E, R> {}

    record Refused<E extends Stated, R>(R why) implements Decision<E, R> {}
}
