package org.wegweis.tracking.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.wegweis.kernel.record.Commitment;

/**
 * What travels beside a command to the store: never in a record.
 *
 * @param vault the personal values behind the statement's digests, and the signed statement itself, by name
 * @param content what was submitted, in canonical bytes
 * @param begins whether to act as if its subject had no records yet; should it have some, the append fails
 * @param placed completed with the record once it is durable
 */
public record Submission(
        Map<String, Commitment> vault, byte[] content, boolean begins, CompletableFuture<StoredRecord> placed) {
    private static final String KEY = "submission";

    public MetaData asMetaData() {
        return MetaData.with(KEY, this);
    }

    /** Of the command that is being handled. */
    static Optional<Submission> current() {
        return CurrentUnitOfWork.map(work -> of(work.getMessage().getMetaData()));
    }

    static Submission of(MetaData metaData) {
        if (metaData.get(KEY) instanceof Submission submission) return submission;
        throw new IllegalStateException("an event came without its submission");
    }
}
