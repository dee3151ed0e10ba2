package org.wegweis.kernel.permit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.statement.StatementId;

/** Where a paper stands. */
public sealed interface State {
    State INITIAL = new NotFiled();

    /** There is nothing yet. */
    record NotFiled() implements State {}

    /**
     * What was stated so far.
     *
     * @param withdrawn the first day on which the authority lets it count no more
     * @param givenUp the first day on which its holder lets it count no more
     */
    record OnFile(
            Paper paper,
            boolean acknowledged,
            Optional<LocalDate> withdrawn,
            Optional<LocalDate> givenUp,
            Set<StatementId> statements)
            implements State {
        public OnFile {
            statements = Set.copyOf(statements);
        }

        /** Why it does not count on that day, if it does not; whatever it covers. */
        public Optional<Shortfall> notInForce(LocalDate day) {
            if (withdrawn.filter(from -> !day.isBefore(from)).isPresent()) return Optional.of(Shortfall.WITHDRAWN);
            boolean over = givenUp.filter(from -> !day.isBefore(from)).isPresent()
                    || paper.until().filter(day::isAfter).isPresent();
            if (over) return Optional.of(Shortfall.ENDED);
            return day.isBefore(paper.from()) ? Optional.of(Shortfall.NOT_BEGUN) : Optional.empty();
        }

        OnFile with(StatementId id) {
            var more = new HashSet<>(statements);
            more.add(id);
            return new OnFile(paper, acknowledged, withdrawn, givenUp, more);
        }

        OnFile nowAcknowledged() {
            return new OnFile(paper, true, withdrawn, givenUp, statements);
        }

        OnFile withdrawn(LocalDate from) {
            return new OnFile(paper, acknowledged, Optional.of(from), givenUp, statements);
        }

        OnFile givenUp(LocalDate from) {
            return new OnFile(paper, acknowledged, withdrawn, Optional.of(from), statements);
        }
    }
}
