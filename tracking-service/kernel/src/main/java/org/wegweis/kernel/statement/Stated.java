package org.wegweis.kernel.statement;

/** A command or an event: something that somebody states. */
public interface Stated {
    Statement statement();
}
