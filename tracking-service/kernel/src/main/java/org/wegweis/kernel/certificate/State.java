package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.statement.StatementId;

/** Where a certificate stands. */
public sealed interface State {
    State INITIAL = new NotDeclared();

    /** There is nothing yet. */
    record NotDeclared() implements State {}

    /** There is a certificate. */
    sealed interface Existing extends State {
        File file();
    }

    /** The generator or collector has declared; the plant's turn (§3(3)). */
    record Declared(File file) implements Existing {}

    /** Generator and plant agree; to be sent to the authority. */
    record Agreed(File file, LocalDate acceptedOn) implements Existing {}

    /**
     * The authority's turn.
     *
     * @param received the day from which its thirty days are counted
     */
    record Submitted(File file, LocalDate received, Optional<LocalDate> acknowledged, Papers papers)
            implements Existing {}

    /**
     * Loads may go.
     *
     * @param until the last day
     */
    record Valid(File file, LocalDate until, Optional<Privilege> privilege) implements Existing {}

    record Ended(File file, End end) implements Existing {}

    /** Whether papers were demanded and not supplied yet. */
    enum Papers {
        COMPLETE,
        DEMANDED,
        /** The authority's time stands still (§5(1) Satz 2). */
        ESSENTIAL_DEMANDED
    }

    /** How a certificate ended. */
    enum End {
        REFUSED,
        REVOKED,
        EXPIRED
    }

    /**
     * What was stated so far.
     *
     * @param declaration its quantity as it was confirmed
     * @param confirmationOrdered whether no privilege counts any more (§8)
     */
    record File(
            Declaration declaration,
            Optional<CertificateNumber> number,
            boolean confirmationOrdered,
            Balance balance,
            Set<StatementId> statements) {
        public File {
            statements = Set.copyOf(statements);
        }

        File with(StatementId statement) {
            var more = new HashSet<>(statements);
            more.add(statement);
            return new File(declaration, number, confirmationOrdered, balance, more);
        }

        File with(CertificateNumber named) {
            return new File(declaration, Optional.of(named), confirmationOrdered, balance, statements);
        }

        File with(Balance changed) {
            return new File(declaration, number, confirmationOrdered, changed, statements);
        }

        File with(Declaration changed) {
            return new File(changed, number, confirmationOrdered, balance, statements);
        }

        File ordered() {
            return new File(declaration, number, true, balance, statements);
        }
    }
}
