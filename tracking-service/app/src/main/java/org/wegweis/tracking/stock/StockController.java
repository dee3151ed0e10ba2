package org.wegweis.tracking.stock;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Refusal;
import org.wegweis.kernel.stock.State;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Steps;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** The door for plants: what they hold, count, treat and pass on at one of their sites. */
@RestController
@RequestMapping(path = "/api/stocks", produces = MediaType.APPLICATION_JSON_VALUE)
class StockController {
    private static final Steps STEPS = new Steps(Map.of(
            "counts", StockJson.COUNTED,
            "treatments", StockJson.TREATED,
            "passings-on", StockJson.PASSED_ON));

    private final Stocks stocks;
    private final RecordStore store;

    StockController(Stocks stocks, RecordStore store) {
        this.store = store;
        this.stocks = stocks;
    }

    @PostMapping({"/{site}/counts", "/{site}/treatments", "/{site}/passings-on"})
    ResponseEntity<Json.Obj> step(
            @PathVariable String site,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var party = party(site, caller);
        var role = caller.is(Role.DISPATCHER) ? Role.DISPATCHER : Role.GATE;
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var stock = StockId.of(party.site());
        var answer = stocks.state(Submitted.of(STEPS.type(request), body, Optional.of(stock.value()), key, by), party);
        return answer.entity("stock", "/api/stocks/" + site);
    }

    /** What is held, lot by lot, and the balance. */
    @GetMapping("/{site}")
    Json.Obj stock(@PathVariable String site, Caller caller) {
        var party = party(site, caller);
        stocks.requireOwn(party);
        var id = StockId.of(party.site());
        if (!(stocks.state(id) instanceof State.Begun begun
                && begun.site().organisation().equals(caller.organisation()))) {
            throw new StockRefused(new Refusal.NotBegun());
        }
        var lots = begun.lots()
                .entries()
                .filter(lot -> !lot.getValue().held().equals(Mass.NONE))
                .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
                .<Json>map(lot -> json(lot.getKey(), lot.getValue()))
                .toList();
        return PartyJson.party(begun.site())
                .with("stock", id.toString())
                .with("lots", new Json.Arr(lots))
                .with("balance", StockJson.balance(begun.totals()));
    }

    /** The exact bytes, for whoever builds a proof of them: the plant, and the authority of its Land. */
    @GetMapping("/{site}/records")
    List<RecordJson> records(
            @PathVariable String site, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var number = Problem.parsed("site", site, SiteNumber::new);
        var id = StockId.of(number);
        boolean exists = stocks.state(id) instanceof State.Begun begun
                && (begun.site().organisation().equals(caller.organisation())
                        || (caller.is(Role.AUTHORITY) && caller.jurisdiction().contains(number.land())));
        if (!exists) throw new StockRefused(new Refusal.NotBegun());
        return RecordJson.of(store, id.value(), most);
    }

    private static Json.Obj json(LotId id, Lot lot) {
        var json = Json.Obj.of()
                .with("lot", id.toString())
                .with("heldGrams", lot.held().grams())
                .with("operation", lot.operation().map(Operation::code));
        return lot.waste()
                .map(waste -> json.with("wasteCode", waste.digits()).with("hazardous", waste.hazardous()))
                .orElse(json);
    }

    private static Party party(String site, Caller caller) {
        return new Party(caller.organisation(), Problem.parsed("site", site, SiteNumber::new));
    }
}
