package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.certificate.Balance.SiteYear;
import org.wegweis.kernel.certificate.State.End;
import org.wegweis.kernel.certificate.State.Papers;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.law.MassLimit;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.waste.CollectedWaste;
import org.wegweis.kernel.waste.Mass;

/** The rules of prior approval: {@link #decide} may refuse, {@link #evolve} never does. Days are those of Europe/Berlin. */
public final class Certificate {
    private Certificate() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        return switch (state) {
            case State.NotDeclared _ ->
                command instanceof Command.Declare declare ? declare(declare) : refuse(new Refusal.NotDeclared());
            case State.Existing existing -> decideExisting(command, existing);
        };
    }

    private static Decision<Event, Refusal> declare(Command.Declare c) {
        var by = c.statement().by();
        var declaration = c.declaration();
        if (by.role() != Role.DISPATCHER) return refuse(new Refusal.NotForRole(by.role()));
        var applicant = declaration.applicant().organisation();
        if (!by.organisation().equals(applicant)) return refuse(new Refusal.NotTheApplicant(applicant));
        if (declaration.quantity().equals(Mass.NONE)) return refuse(new Refusal.NoQuantity());
        if (declaration.until().isBefore(day(c))) {
            return refuse(new Refusal.EndsBeforeItBegins(declaration.until()));
        }
        return accept(new Event.Declared(c.statement(), declaration));
    }

    private static Decision<Event, Refusal> decideExisting(Command command, State.Existing state) {
        var statement = command.statement();
        var mayNot = mayNot(command, state.file().declaration());
        if (mayNot.isPresent()) return refuse(mayNot.get());
        if (state.file().statements().contains(statement.id())) return new Decision.Known<>(statement.id());
        return switch (command) {
            case Command.Declare _ -> refuse(new Refusal.AlreadyDeclared());
            case Command.AcceptDeclaration c ->
                switch (state) {
                    case State.Declared _ -> accept(new Event.DeclarationAccepted(c.statement()));
                    case State.Agreed _, State.Submitted _, State.Valid _ ->
                        refuse(new Refusal.AlreadyAcceptedByThePlant());
                    case State.Ended(var _, var end) -> refuse(new Refusal.AlreadyEnded(end));
                };
            case Command.Submit c ->
                switch (state) {
                    case State.Declared _ -> refuse(new Refusal.NotAcceptedByThePlant());
                    case State.Agreed agreed -> submit(c, agreed);
                    case State.Submitted _, State.Valid _ -> refuse(new Refusal.AlreadySubmitted());
                    case State.Ended(var _, var end) -> refuse(new Refusal.AlreadyEnded(end));
                };
            case Command.AcknowledgeReceipt c -> asSubmitted(state, submitted -> acknowledge(c, submitted));
            case Command.DemandPapers c ->
                asSubmitted(state, submitted -> {
                    if (submitted.papers() != Papers.COMPLETE) return refuse(new Refusal.PapersAlreadyDemanded());
                    if (silent(submitted, day(c))) return refuse(new Refusal.ConfirmedBySilence(lastDay(submitted)));
                    return accept(new Event.PapersDemanded(c.statement(), c.essential()));
                });
            case Command.SupplyPapers c ->
                asSubmitted(
                        state,
                        submitted -> submitted.papers() == Papers.COMPLETE
                                ? refuse(new Refusal.NoPapersDemanded())
                                : accept(new Event.PapersSupplied(c.statement())));
            case Command.Confirm c -> asSubmitted(state, submitted -> confirm(c, submitted));
            case Command.Refuse c ->
                asSubmitted(
                        state,
                        submitted -> silent(submitted, day(c))
                                ? refuse(new Refusal.ConfirmedBySilence(lastDay(submitted)))
                                : accept(new Event.Refused(c.statement())));
            case Command.OrderConfirmation c ->
                asValid(
                        state,
                        valid -> valid.privilege().isPresent()
                                ? accept(new Event.ConfirmationOrdered(c.statement()))
                                : refuse(new Refusal.NotByPrivilege()));
            case Command.Revoke c -> asValid(state, _ -> accept(new Event.Revoked(c.statement())));
            case Command.LetTimePass c -> letTimePass(c, state);
            case Command.Draw c -> draw(c, state);
            case Command.Settle c -> settle(c, state);
        };
    }

    /** Who states what: §3(2), (3), §4, §5; the operator's clock and the records of loads speak for nobody else. */
    private static Optional<Refusal> mayNot(Command command, Declaration declaration) {
        var by = command.statement().by();
        var plant = declaration.plant().organisation();
        var applicant = declaration.applicant().organisation();
        return switch (command) {
            case Command.Declare _ -> requireRole(by.role(), Role.DISPATCHER);
            case Command.AcceptDeclaration _, Command.Submit _ ->
                requireParty(by.organisation(), declaration)
                        .or(() -> requireRole(by.role(), Role.DISPATCHER))
                        .or(() -> by.organisation().equals(plant)
                                ? Optional.empty()
                                : Optional.of(new Refusal.NotThePlant(plant)));
            case Command.SupplyPapers _ ->
                by.organisation().equals(plant) || by.organisation().equals(applicant)
                        ? requireRole(by.role(), Role.DISPATCHER)
                        : Optional.of(new Refusal.NotAParty(by.organisation()));
            case Command.AcknowledgeReceipt _,
                    Command.DemandPapers _,
                    Command.Confirm _,
                    Command.Refuse _,
                    Command.OrderConfirmation _,
                    Command.Revoke _ -> requireRole(by.role(), Role.AUTHORITY);
            case Command.LetTimePass _, Command.Draw _, Command.Settle _ -> requireRole(by.role(), Role.OPERATOR);
        };
    }

    private static Optional<Refusal> requireParty(OrganisationId organisation, Declaration declaration) {
        boolean party = organisation.equals(declaration.plant().organisation())
                || organisation.equals(declaration.applicant().organisation());
        return party ? Optional.empty() : Optional.of(new Refusal.NotAParty(organisation));
    }

    private static Optional<Refusal> requireRole(Role role, Role required) {
        return role == required ? Optional.empty() : Optional.of(new Refusal.NotForRole(role));
    }

    private static Decision<Event, Refusal> submit(Command.Submit c, State.Agreed agreed) {
        var declaration = agreed.file().declaration();
        if (!declaration.kind().fits(c.number())) {
            return refuse(new Refusal.WrongNumber(c.number(), declaration.kind()));
        }
        if (c.privilege().isEmpty()) return accept(new Event.Submitted(c.statement(), c.number()));
        if (agreed.file().confirmationOrdered()) return refuse(new Refusal.ConfirmationIsOrdered());
        if (declaration.kind() == Kind.COLLECTIVE && !CollectedWaste.privileged(declaration.waste())) {
            return refuse(new Refusal.NotPrivileged(declaration.waste()));
        }
        var until = earlier(declaration.until(), Deadline.DECLARATIONS_VALID.lastDay(agreed.acceptedOn()));
        return accept(
                new Event.Privileged(c.statement(), c.number(), c.privilege().get(), until));
    }

    private static Decision<Event, Refusal> acknowledge(Command.AcknowledgeReceipt c, State.Submitted submitted) {
        if (submitted.acknowledged().isPresent()) {
            return refuse(
                    new Refusal.AlreadyAcknowledged(submitted.acknowledged().get()));
        }
        if (silent(submitted, day(c))) return refuse(new Refusal.ConfirmedBySilence(lastDay(submitted)));
        var earliest = submitted.received();
        if (c.receivedOn().isBefore(earliest) || c.receivedOn().isAfter(day(c))) {
            return refuse(new Refusal.NotReceivedThen(earliest, day(c)));
        }
        return accept(new Event.ReceiptAcknowledged(c.statement(), c.receivedOn()));
    }

    private static Decision<Event, Refusal> confirm(Command.Confirm c, State.Submitted submitted) {
        if (silent(submitted, day(c))) return refuse(new Refusal.ConfirmedBySilence(lastDay(submitted)));
        var latest = Deadline.CONFIRMATION_VALID.lastDay(day(c));
        if (c.until().isAfter(latest)) return refuse(new Refusal.TooLong(latest));
        if (c.until().isBefore(day(c))) return refuse(new Refusal.EndsBeforeItBegins(c.until()));
        var declared = submitted.file().declaration().quantity();
        if (c.quantity().compareTo(declared) > 0) return refuse(new Refusal.MoreThanDeclared(declared));
        if (c.quantity().equals(Mass.NONE)) return refuse(new Refusal.NoQuantity());
        return accept(new Event.Confirmed(c.statement(), c.until(), c.quantity()));
    }

    private static Decision<Event, Refusal> letTimePass(Command.LetTimePass c, State.Existing state) {
        var today = day(c);
        return switch (state) {
            case State.Submitted submitted
            when silent(submitted, today) -> {
                var given = lastDay(submitted).plusDays(1);
                var until = earlier(submitted.file().declaration().until(), Deadline.CONFIRMATION_VALID.lastDay(given));
                yield accept(new Event.ConfirmedBySilence(c.statement(), submitted.received(), until));
            }
            case State.Valid valid when today.isAfter(valid.until()) -> accept(new Event.Expired(c.statement()));
            case State.Declared _, State.Agreed _, State.Submitted _, State.Valid _, State.Ended _ ->
                refuse(new Refusal.NothingDue());
        };
    }

    /** When something falls due by itself, if anything does: the first day on which {@link Command.LetTimePass} is right. */
    public static Optional<LocalDate> due(State state) {
        return switch (state) {
            case State.Submitted submitted
            when submitted.papers() != Papers.ESSENTIAL_DEMANDED ->
                Optional.of(lastDay(submitted).plusDays(1));
            case State.Valid valid -> Optional.of(valid.until().plusDays(1));
            case State.NotDeclared _, State.Declared _, State.Agreed _, State.Submitted _, State.Ended _ ->
                Optional.empty();
        };
    }

    private static Decision<Event, Refusal> draw(Command.Draw c, State.Existing state) {
        var file = state.file();
        var kind = file.declaration().kind();
        if (c.site().isPresent() && kind != Kind.COLLECTIVE) return refuse(new Refusal.SiteOnlyIfCollective());
        if (file.balance().loads().containsKey(c.load())) {
            return refuse(new Refusal.AlreadyDrawn(c.load()));
        }
        var source = source(c.site(), day(c));
        var flags = EnumSet.noneOf(Flag.class);
        if (!valid(state, day(c))) flags.add(Flag.NOT_VALID);
        flags.addAll(over(file.declaration(), file.balance().drawn(c.load(), c.mass(), source), source));
        return accept(new Event.Drawn(c.statement(), c.load(), c.mass(), c.site(), flags));
    }

    private static Decision<Event, Refusal> settle(Command.Settle c, State.Existing state) {
        var file = state.file();
        var load = file.balance().loads().get(c.load());
        if (load == null) return refuse(new Refusal.NotDrawn(c.load()));
        boolean again = load.settled() && load.mass().equals(c.accepted());
        if (again) return refuse(new Refusal.AlreadySettled(c.load()));
        var flags = over(file.declaration(), file.balance().settled(c.load(), load, c.accepted()), load.source());
        return accept(new Event.Settled(c.statement(), c.load(), c.accepted(), flags));
    }

    private static Set<Flag> over(Declaration declaration, Balance after, Optional<SiteYear> source) {
        var flags = EnumSet.noneOf(Flag.class);
        if (after.used().compareTo(declaration.quantity()) > 0) flags.add(Flag.OVER_QUANTITY);
        boolean limited = !CollectedWaste.withoutLimit(declaration.waste());
        if (limited
                && source.map(after::collected)
                        .filter(MassLimit.COLLECTED_AT_A_SITE::exceededBy)
                        .isPresent()) {
            flags.add(Flag.OVER_TWENTY_TONNES);
        }
        return flags;
    }

    /** Whether a load may go under it on that day (§3(1)). */
    public static boolean valid(State state, LocalDate day) {
        return state instanceof State.Valid valid && !day.isAfter(valid.until());
    }

    /** Silence confirms at the end of the thirtieth day (§5(1), (5)), unless essential papers are missing. */
    private static boolean silent(State.Submitted submitted, LocalDate today) {
        return submitted.papers() != Papers.ESSENTIAL_DEMANDED && today.isAfter(lastDay(submitted));
    }

    private static LocalDate lastDay(State.Submitted submitted) {
        return Deadline.CERTIFICATE_DECIDED.lastDay(submitted.received());
    }

    private static Optional<SiteYear> source(Optional<SiteNumber> site, LocalDate day) {
        return site.map(it -> new SiteYear(it, day.getYear()));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate day(Command command) {
        return BerlinDay.of(command.statement().happenedAt());
    }

    /** The periods that are running, the one that ends first before the others. While essential papers are missing, none is. */
    public static List<Clock> clocks(State state) {
        return switch (state) {
            case State.Submitted submitted when submitted.papers() == Papers.ESSENTIAL_DEMANDED -> List.of();
            case State.Submitted submitted -> {
                var decided = new Clock(Deadline.CERTIFICATE_DECIDED, lastDay(submitted));
                if (submitted.acknowledged().isPresent()) yield List.of(decided);
                var acknowledged = Deadline.RECEIPT_ACKNOWLEDGED;
                yield List.of(new Clock(acknowledged, acknowledged.lastDay(submitted.received())), decided);
            }
            case State.Valid(var _, var until, var privilege) ->
                List.of(new Clock(
                        privilege.isPresent() ? Deadline.DECLARATIONS_VALID : Deadline.CONFIRMATION_VALID, until));
            case State.NotDeclared _, State.Declared _, State.Agreed _, State.Ended _ -> List.of();
        };
    }

    private interface InState<S extends State> {
        Decision<Event, Refusal> decide(S state);
    }

    private static Decision<Event, Refusal> asSubmitted(State.Existing state, InState<State.Submitted> then) {
        return switch (state) {
            case State.Declared _, State.Agreed _ -> refuse(new Refusal.NotSubmitted());
            case State.Submitted submitted -> then.decide(submitted);
            case State.Valid _ -> refuse(new Refusal.AlreadyDecided());
            case State.Ended(var _, var end) -> refuse(new Refusal.AlreadyEnded(end));
        };
    }

    private static Decision<Event, Refusal> asValid(State.Existing state, InState<State.Valid> then) {
        return switch (state) {
            case State.Declared _, State.Agreed _, State.Submitted _ -> refuse(new Refusal.NotValid());
            case State.Valid valid -> then.decide(valid);
            case State.Ended(var _, var end) -> refuse(new Refusal.AlreadyEnded(end));
        };
    }

    public static State evolve(State state, Event event) {
        if (event instanceof Event.Declared(var statement, var declaration)) {
            return new State.Declared(
                    new State.File(declaration, Optional.empty(), false, Balance.UNUSED, Set.of(statement.id())));
        }
        if (!(state instanceof State.Existing existing)) throw damaged();
        var file = existing.file().with(event.statement().id());
        var today = BerlinDay.of(event.statement().happenedAt());
        return switch (event) {
            case Event.Declared _ -> throw damaged();
            case Event.DeclarationAccepted _ -> new State.Agreed(file, today);
            case Event.Submitted e ->
                new State.Submitted(file.with(e.number()), today, Optional.empty(), Papers.COMPLETE);
            case Event.Privileged e -> new State.Valid(file.with(e.number()), e.until(), Optional.of(e.privilege()));
            case Event.ReceiptAcknowledged e ->
                new State.Submitted(
                        file,
                        e.receivedOn(),
                        Optional.of(e.receivedOn()),
                        submitted(state).papers());
            case Event.PapersDemanded e ->
                new State.Submitted(
                        file,
                        submitted(state).received(),
                        submitted(state).acknowledged(),
                        e.essential() ? Papers.ESSENTIAL_DEMANDED : Papers.DEMANDED);
            case Event.PapersSupplied _ -> supplied(submitted(state), file, today);
            case Event.Confirmed e ->
                new State.Valid(file.with(confirmed(file.declaration(), e.quantity())), e.until(), Optional.empty());
            case Event.ConfirmedBySilence e -> new State.Valid(file, e.until(), Optional.empty());
            case Event.Refused _ -> new State.Ended(file, End.REFUSED);
            case Event.ConfirmationOrdered _ -> new State.Agreed(file.ordered(), today);
            case Event.Revoked _ -> new State.Ended(file, End.REVOKED);
            case Event.Expired _ -> new State.Ended(file, End.EXPIRED);
            case Event.Drawn e ->
                with(existing, file.with(file.balance().drawn(e.load(), e.mass(), source(e.site(), today))));
            case Event.Settled e -> {
                var load = file.balance().loads().get(e.load());
                if (load == null) throw damaged();
                yield with(existing, file.with(file.balance().settled(e.load(), load, e.accepted())));
            }
        };
    }

    /** Papers that were essential set the thirty days and the acknowledgement going anew (§4 Satz 4, §5(1) Satz 3). */
    private static State supplied(State.Submitted submitted, State.File file, LocalDate today) {
        return submitted.papers() == Papers.ESSENTIAL_DEMANDED
                ? new State.Submitted(file, today, Optional.empty(), Papers.COMPLETE)
                : new State.Submitted(file, submitted.received(), submitted.acknowledged(), Papers.COMPLETE);
    }

    private static Declaration confirmed(Declaration d, Mass quantity) {
        return new Declaration(d.kind(), d.waste(), d.applicant(), d.plant(), d.operation(), quantity, d.until());
    }

    private static State.Submitted submitted(State state) {
        if (state instanceof State.Submitted submitted) return submitted;
        throw damaged();
    }

    private static State with(State.Existing state, State.File file) {
        return switch (state) {
            case State.Declared _ -> new State.Declared(file);
            case State.Agreed agreed -> new State.Agreed(file, agreed.acceptedOn());
            case State.Submitted s -> new State.Submitted(file, s.received(), s.acknowledged(), s.papers());
            case State.Valid valid -> new State.Valid(file, valid.until(), valid.privilege());
            case State.Ended ended -> new State.Ended(file, ended.end());
        };
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("an event out of its order: the store is damaged");
    }

    private static Decision<Event, Refusal> accept(Event event) {
        return new Decision.Accepted<>(event);
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
