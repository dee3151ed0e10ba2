package org.wegweis.projections.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.stock.Account;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.stock.Totals;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Sight;

/** Where a load came from and went, and the mass balance of a site. */
@RestController
class LineageController {
    private final Lineages lineages;
    private final JdbcClient database;
    private final Looks looks;

    LineageController(Lineages lineages, JdbcClient database, Looks looks) {
        this.lineages = lineages;
        this.database = database;
        this.looks = looks;
    }

    @GetMapping(path = "/api/consignments/{id}/lineage", produces = MediaType.APPLICATION_JSON_VALUE)
    Lineage lineage(@PathVariable String id, Caller caller) {
        var consignment = Problem.parsed("id", id, ConsignmentId::parse).value();
        var lineage = lineages.find(consignment, caller);
        looks.atConsignment(caller, consignment, lineage.isPresent());
        // Whoever looks along a load's way looks at every other that is shown.
        lineage.stream()
                .flatMap(found -> found.nodes().stream().skip(1))
                .filter(node -> node.kind().equals("consignment"))
                .flatMap(node -> Optional.ofNullable(node.id()).stream())
                .forEach(seen -> looks.atConsignment(caller, seen, true));
        return lineage.orElseThrow(() -> new Problem(
                HttpStatus.NOT_FOUND, "no-such-consignment", "There is no such consignment for your organisation."));
    }

    private record Line(Optional<WasteCode> waste, Account account, long grams) {}

    /** For the plant itself and the authority of its Land. */
    @GetMapping(path = "/api/stocks/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Obj stock(@PathVariable String site, Caller caller) {
        var number = Problem.parsed("site", site, SiteNumber::new);
        boolean authority = caller.is(Role.AUTHORITY) && caller.jurisdiction().contains(number.land());
        boolean party = Sight.isParty(caller);
        var stock = database.sql("select * from stock where id = ?")
                .param(StockId.of(number).value())
                .query((row, _) -> Rows.site(row))
                .optional()
                .filter(found -> authority || (party && found.organisation().equals(caller.organisation())));
        looks.search(caller, "stock " + number, stock.isPresent() ? 1 : 0);
        var here = stock.orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "no-such-stock", "There is no stock of this site for your organisation.")
                .by("", "Für Ihre Organisation gibt es keinen Bestand dieses Standorts."));
        return PartyJson.party(here)
                .with("balance", StockJson.balance(totals(StockId.of(number).value())));
    }

    private Totals totals(UUID stock) {
        var lines = new HashMap<Optional<WasteCode>, Map<Account, Long>>();
        List<Line> read = database.sql("select * from stock_line where stock = ?")
                .param(stock)
                .query((row, _) ->
                        new Line(Rows.waste(row), Account.parse(row.getString("account")), row.getLong("grams")))
                .list();
        for (var line : read) {
            lines.computeIfAbsent(line.waste(), _ -> new HashMap<>()).put(line.account(), line.grams());
        }
        return new Totals(lines);
    }
}
