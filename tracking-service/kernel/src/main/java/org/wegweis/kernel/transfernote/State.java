package org.wegweis.kernel.transfernote;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.statement.StatementId;

/** Where a transfer note stands. */
public sealed interface State {
    State INITIAL = new NotIssued();

    record NotIssued() implements State {}

    /** There is a transfer note. */
    sealed interface Existing extends State {
        File file();
    }

    /** @param consignment into whose note it is entered: one at most, ever at a time */
    record Issued(File file, Optional<ConsignmentId> consignment) implements Existing {}

    record Cancelled(File file) implements Existing {}

    /**
     * What was stated so far.
     *
     * @param signed whether the generator's name is on it
     */
    record File(Content content, boolean signed, Set<StatementId> statements) {
        public File {
            statements = Set.copyOf(statements);
        }

        File with(StatementId id) {
            var more = new HashSet<>(statements);
            more.add(id);
            return new File(content, signed, more);
        }

        File nowSigned() {
            return new File(content, true, statements);
        }
    }
}
