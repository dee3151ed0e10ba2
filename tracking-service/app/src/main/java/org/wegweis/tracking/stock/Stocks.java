package org.wegweis.tracking.stock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.State.Closed;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.stock.Command;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.Refusal;
import org.wegweis.kernel.stock.State;
import org.wegweis.kernel.stock.Stock;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.consignment.CommandRefused;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Answer;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.StoredRecord;

/** Stocks as statements and records tell of them. */
public final class Stocks {
    /** So many records are in memory at most while a stock's are read. */
    private static final int PAGE = 1_000;

    private final Statements statements;
    private final RecordStore store;
    private final Directory directory;
    private final WasteList wastes;
    private final Consignments consignments;
    private final Actor operator;
    /** As far as each was read: a stock has too many records to read all of them for every look. */
    private final Map<StockId, Read> read = new ConcurrentHashMap<>();

    /** @param operator for whom the service states what follows by itself */
    public Stocks(
            Statements statements,
            RecordStore store,
            Directory directory,
            WasteList wastes,
            Consignments consignments,
            Actor operator) {
        this.statements = statements;
        this.store = store;
        this.directory = directory;
        this.wastes = wastes;
        this.consignments = consignments;
        this.operator = operator;
    }

    private record Read(State state, long version) {}

    /**
     * States it about the stock of that site. See {@link Statements#state}.
     *
     * @throws StockRefused if the rules forbid it, or the site is not the organisation's
     * @throws CommandRefused if lots are to go on in a consignment that does not exist for the organisation
     */
    Answer state(Submitted submitted, Party site) {
        requireOwn(site);
        return statements.state(
                submitted,
                (statement, data) -> {
                    var command = StockJson.command(
                            submitted.type(), statement, data, wastes, id -> onward(id, site.organisation()));
                    if (command instanceof Command.Count count) beginFor(count, site);
                    return command;
                },
                () -> new StockRefused(new Refusal.NotBegun()));
    }

    /** States what follows by itself. */
    public Answer state(Submitted submitted, Function<Statement, Command> command) {
        return statements.state(
                submitted, (statement, _) -> command.apply(statement), () -> new StockRefused(new Refusal.NotBegun()));
    }

    /**
     * Begins a site's stock.
     *
     * @throws StockRefused if it is begun already
     */
    public void begin(Party site, Instant at) {
        var id = StockId.of(site.site());
        var submitted =
                Submitted.byItself(StockJson.BEGUN, id.value(), Optional.of(at), operator, PartyJson.party(site));
        var _ = state(submitted, s -> new Command.Begin(s, site));
    }

    /** What a plant counts first begins its stock, if it is right. */
    private void beginFor(Command.Count count, Party site) {
        if (state(StockId.of(site.site())) instanceof State.Begun) return;
        var begun = Stock.evolve(State.INITIAL, new Event.Begun(count.statement(), site));
        if (!(Stock.decide(count, begun) instanceof Decision.Accepted<Event, Refusal>)) return;
        try {
            begin(site, count.statement().happenedAt());
        } catch (StockRefused e) {
            if (!(e.reason() instanceof Refusal.AlreadyBegun)) throw e; // somebody was first
        }
    }

    private Command.Onward onward(ConsignmentId id, OrganisationId organisation) {
        var consignment = consignments.ofParty(id, organisation);
        boolean cancelled = consignment instanceof Closed(var _, var outcome) && outcome == Outcome.CANCELLED;
        return new Command.Onward(id, consignment.file().opening().generator().site(), cancelled);
    }

    /** @throws StockRefused if the site is not the organisation's: it has no stock there */
    void requireOwn(Party site) {
        if (!directory.knows(site)) throw new StockRefused(new Refusal.NotBegun());
    }

    /**
     * The site of an organisation that takes small amounts in, as far as that is certain: the only one that keeps a stock,
     * else the only one there is.
     */
    public Optional<SiteNumber> onlySite(OrganisationId organisation) {
        var sites = directory.find(organisation).stream()
                .flatMap(found -> found.sites().stream())
                .map(Directory.Site::number)
                .toList();
        var keeping = sites.stream()
                .filter(site -> state(StockId.of(site)) instanceof State.Begun)
                .toList();
        var certain = keeping.isEmpty() ? sites : keeping;
        return certain.size() == 1 ? Optional.of(certain.getFirst()) : Optional.empty();
    }

    /** Where it stands, with all that is in the store. */
    State state(StockId id) {
        return read.compute(id, (_, before) -> more(id.value(), before == null ? new Read(State.INITIAL, 0) : before))
                .state();
    }

    private Read more(UUID stock, Read before) {
        var state = before.state();
        long version = before.version();
        List<StoredRecord> page;
        do {
            page = store.of(stock, version, PAGE);
            for (var stored : page) state = Stock.evolve(state, (Event) Events.event(stored.parsed()));
            version += page.size();
        } while (page.size() == PAGE);
        return new Read(state, version);
    }
}
