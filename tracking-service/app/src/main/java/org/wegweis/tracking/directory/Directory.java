package org.wegweis.tracking.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionOperations;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.party.Coordinates;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;

/** Organisations and their sites by official number. Names live here and not in records. */
public final class Directory {
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final CheckDigit checkDigit;

    public Directory(JdbcClient database, TransactionOperations transactions, CheckDigit checkDigit) {
        this.database = database;
        this.transactions = transactions;
        this.checkDigit = checkDigit;
    }

    /** An organisation. */
    public record Organisation(OrganisationId id, String name, List<Site> sites) {
        public Organisation {
            sites = List.copyOf(sites);
        }
    }

    /**
     * A site (Betriebsstätte) under its official number.
     *
     * @param roles in which it has that number; empty if nobody has said
     * @param gate where it is
     */
    public record Site(SiteNumber number, String name, String place, Set<SiteRole> roles, Optional<Coordinates> gate) {
        public Site {
            roles = Set.copyOf(roles);
        }
    }

    public List<Organisation> all() {
        return database.sql("select id from organisation order by name, id").query(UUID.class).list().stream()
                .map(id -> find(new OrganisationId(id)).orElseThrow())
                .toList();
    }

    public Optional<Organisation> find(OrganisationId id) {
        return database.sql("select name from organisation where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(name -> new Organisation(id, name, sites(id)));
    }

    private List<Site> sites(OrganisationId id) {
        return database.sql("select number, name, place, roles, latitude, longitude from site"
                        + " where organisation = ? order by number")
                .param(id.value())
                .query((row, _) -> site(row))
                .list();
    }

    /** Whether that site is entered here for that organisation. */
    public boolean knows(Party party) {
        return entered(List.of(party), Set.of()).sites().containsKey(party);
    }

    /**
     * What is entered of those asked for.
     *
     * @param sites in which roles each has its number
     */
    private record Entered(Set<OrganisationId> organisations, Map<Party, Set<SiteRole>> sites) {}

    /** In one query: an opening asks for all of its parties. */
    private Entered entered(List<Party> parties, Set<OrganisationId> others) {
        var entered = new Entered(new HashSet<>(), new HashMap<>());
        var organisations = Stream.concat(parties.stream().map(Party::organisation), others.stream())
                .map(OrganisationId::value)
                .distinct()
                .toArray();
        var numbers =
                parties.stream().map(party -> party.site().value()).distinct().toArray();
        database.sql("select o.id, s.number, s.roles from organisation o"
                        + " left join site s on s.organisation = o.id and s.number = any (?) where o.id = any (?)")
                .param(new SqlArrayValue("text", numbers))
                .param(new SqlArrayValue("uuid", organisations))
                .query(row -> {
                    var organisation = new OrganisationId(row.getObject("id", UUID.class));
                    entered.organisations().add(organisation);
                    String number = row.getString("number");
                    if (number != null) {
                        entered.sites().put(new Party(organisation, new SiteNumber(number)), roles(row));
                    }
                });
        return entered;
    }

    private static Site site(ResultSet row) throws SQLException {
        var latitude = Optional.ofNullable(row.getObject("latitude", Double.class));
        double longitude = row.getDouble("longitude");
        return new Site(
                new SiteNumber(row.getString("number")),
                row.getString("name"),
                row.getString("place"),
                roles(row),
                latitude.map(degrees -> new Coordinates(degrees, longitude)));
    }

    private static Set<SiteRole> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(SiteRole::parse)
                .collect(Collectors.toSet());
    }

    /**
     * Enters an organisation, or replaces what is known of it.
     *
     * @throws WrongField if another organisation has one of the sites, or its number's check digit is wrong
     */
    public void enter(Organisation organisation) {
        transactions.executeWithoutResult(_ -> {
            database.sql("insert into organisation (id, name) values (?, ?)"
                            + " on conflict (id) do update set name = excluded.name")
                    .params(organisation.id().value(), organisation.name())
                    .update();
            database.sql("delete from site where organisation = ?")
                    .param(organisation.id().value())
                    .update();
            for (int i = 0; i < organisation.sites().size(); i++) {
                var site = organisation.sites().get(i);
                checkDigit.refuseWrong(Kind.SITE, site.number(), "/sites/" + i + "/number");
                int entered = database.sql("insert into site (number, organisation, name, place, roles, latitude,"
                                + " longitude) values (?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing")
                        .param(site.number().value())
                        .param(organisation.id().value())
                        .param(site.name())
                        .param(site.place())
                        .param(new SqlArrayValue(
                                "text",
                                site.roles().stream().map(SiteRole::text).toArray()))
                        .param(site.gate().map(Coordinates::latitude).orElse(null))
                        .param(site.gate().map(Coordinates::longitude).orElse(null))
                        .update();
                if (entered == 0) {
                    throw new WrongField("/sites/" + i + "/number", "belongs to another organisation or stands twice");
                }
            }
        });
    }

    /**
     * Refuses an opening whose parties are not entered here.
     *
     * @param pointer where the opening stands in what was sent, as a JSON pointer
     * @throws WrongField naming the first that is not known
     */
    public void requireKnown(Opening opening, String pointer) {
        var entered = entered(List.of(opening.generator(), opening.plant()), Set.of(opening.carrier()));
        requireKnown(entered, opening.generator(), pointer + "/generator");
        requireKnown(entered, opening.plant(), pointer + "/plant");
        requireRole(entered, opening.plant(), SiteRole.PLANT, pointer + "/plant");
        requireKnown(entered, opening.carrier(), pointer + "/carrier");
    }

    /**
     * Refuses a site that is not entered here for its organisation.
     *
     * @param pointer where the party stands in what was sent, as a JSON pointer
     */
    public void requireKnown(Party party, String pointer) {
        requireKnown(entered(List.of(party), Set.of()), party, pointer);
    }

    private void requireKnown(Entered entered, Party party, String pointer) {
        if (party.site().ofCollection()) { // stands for all generators of its Land and belongs to nobody
            requireKnown(entered, party.organisation(), pointer);
            return;
        }
        checkDigit.refuseWrong(Kind.SITE, party.site(), pointer + "/site");
        if (!entered.sites().containsKey(party)) {
            throw new WrongField(
                    pointer + "/site", "is no site of organisation " + party.organisation() + ": " + party.site());
        }
    }

    private static void requireKnown(Entered entered, OrganisationId organisation, String pointer) {
        if (!entered.organisations().contains(organisation)) {
            throw new WrongField(pointer + "/organisation", "is not in the directory: " + organisation);
        }
    }

    /** A site of which nobody has said in which roles it is says nothing. */
    private static void requireRole(Entered entered, Party party, SiteRole role, String pointer) {
        var roles = entered.sites().getOrDefault(party, Set.of());
        if (!roles.isEmpty() && !roles.contains(role)) {
            throw new WrongField(
                    pointer + "/site", "is not entered as the site of a " + role.text() + ": " + party.site());
        }
    }
}
