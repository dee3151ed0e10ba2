package org.wegweis.ledgerbridge.sealing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wegweis.evidence.fabric.Sealed;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.verification.Sentence;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.json.Json;
import org.wegweis.ledgerbridge.sealing.NeighbourLogs.NeighbourLog;
import org.wegweis.ledgerbridge.sealing.RecentSeals.RecentSeal;

/** What anybody may know of the ledger: what is sealed, who has endorsed it, and what is the matter. */
public final class LedgerView {
    private static final int MOST_SEALS = 20;
    /** So often at most the ledger is asked on behalf of whoever looks. */
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** So many rounds of sealing may pass before somebody should look. */
    private static final int LATE_ROUNDS = 5;

    private final LogStatus status;
    private final Sealer sealer;
    private final Ledger ledger;
    private final RecentSeals recent;
    private final NeighbourLogs neighbours;
    private final Trust trust;
    private final Duration every;
    private final InstantSource clock;
    /** What proofs show never changes, and judging one takes some milliseconds; the page is for anybody. */
    private final Map<Long, Sealed> shown = new ConcurrentHashMap<>();

    private Known known = new Known(Instant.MIN, List.of(), false);

    /** @param away whether nobody answered */
    private record Known(Instant at, List<NeighbourLog> logs, boolean away) {}

    /** @param every how often heads are to be sealed */
    public LedgerView(
            LogStatus status,
            Sealer sealer,
            Ledger ledger,
            RecentSeals recent,
            NeighbourLogs neighbours,
            Trust trust,
            Duration every,
            InstantSource clock) {
        this.status = status;
        this.sealer = sealer;
        this.ledger = ledger;
        this.recent = recent;
        this.neighbours = neighbours;
        this.trust = trust;
        this.every = every;
        this.clock = clock;
    }

    /** As of now. Who is away, and how things stand on the way there, stands in it; which machine that is does not. */
    public Json.Obj json() {
        var now = clock.instant();
        var seals = recent.newest(MOST_SEALS);
        var logs = neighbours(now);
        long sealed = status.sealedSize();
        long signed = status.signedSize();
        long backlog = status.backlog();
        var alarms = alarms(now, seals, logs, backlog);
        return Json.Obj.of()
                .with("ledger", trust.ledger().json())
                .with("log", trust.origin())
                .with("records", status.records())
                .with("signedSize", signed)
                .with("sealedSize", sealed)
                .with("backlog", backlog)
                .with("seals", new Json.Arr(seals.stream().map(this::json).toList()))
                .with(
                        "logs",
                        new Json.Arr(logs.logs().stream().map(LedgerView::json).toList()))
                .with("alarms", new Json.Arr(alarms));
    }

    /** Whether somebody else than the operator has sealed the newest head: at least two organisations have endorsed it. */
    public boolean isIndependent() {
        return sealed(status.sealedSize())
                .filter(shown -> shown.endorsers().stream().distinct().count() > 1)
                .isPresent();
    }

    private Json json(RecentSeal seal) {
        var json = Json.Obj.of().with("size", seal.size()).with("at", seal.at().map(Instant::toString));
        return sealed(seal.size())
                .map(shown -> json.with("block", shown.block())
                        .with("transaction", shown.id())
                        .with(
                                "endorsers",
                                new Json.Arr(shown.endorsers().stream()
                                        .<Json>map(Json.Text::new)
                                        .toList())))
                .orElse(json);
    }

    private Optional<Sealed> sealed(long size) {
        if (!(trust.ledger() instanceof Trust.Channel channel)) return Optional.empty();
        var before = Optional.ofNullable(shown.get(size));
        if (before.isPresent()) return before;
        var sealed = ledger.at(size)
                .filter(Seal.OnChannel.class::isInstance)
                .map(Seal.OnChannel.class::cast)
                .flatMap(seal -> seal.judged(Optional.of(channel.genesis()), channel.chaincode())
                        .sealed());
        if (shown.size() > 10 * MOST_SEALS) shown.clear();
        sealed.ifPresent(it -> shown.put(size, it));
        return sealed;
    }

    private static Json json(NeighbourLog log) {
        return Json.Obj.of()
                .with("origin", log.origin())
                .with("owner", log.owner())
                .with("kind", log.kind())
                .with("sealedSize", log.sealedSize())
                .with("equivocations", log.equivocations());
    }

    private synchronized Known neighbours(Instant now) {
        if (known.at().plus(FRESH).isAfter(now)) return known;
        try {
            known = new Known(now, neighbours.logs(), false);
        } catch (LedgerAway _) {
            known = new Known(now, known.logs(), true);
        }
        return known;
    }

    private List<Json> alarms(Instant now, List<RecentSeal> seals, Known logs, long backlog) {
        var alarms = new ArrayList<Json>();
        if (sealer.contradiction().isPresent()) {
            alarms.add(alarm(
                    "contradiction",
                    "Es wird nichts mehr gesiegelt: ein Kopf des Protokolls widerspricht einem früheren. Ein Mensch muss nachsehen.",
                    "Nothing is sealed any more: a head of the log contradicts an earlier one. Somebody must look."));
        }
        sealer.away().ifPresent(at -> alarms.add(alarm("ledger-away-" + at.text(), away(at))));
        if (logs.away() && sealer.away().isEmpty()) {
            alarms.add(alarm(
                    "ledger-away-query",
                    "Vom Ledger antwortet gerade niemand; die Liste der Protokolle ist nicht neu.",
                    "Nobody of the ledger answers just now; the list of logs is not fresh."));
        }
        var late = every.multipliedBy(LATE_ROUNDS);
        boolean isLate = backlog > 0
                && seals.stream()
                        .findFirst()
                        .flatMap(RecentSeal::at)
                        .filter(last -> last.plus(late).isBefore(now))
                        .isPresent();
        if (isLate) {
            alarms.add(alarm(
                    "seal-late",
                    "Ein Siegel ist überfällig: %d unterschriebene Köpfe warten.".formatted(backlog),
                    "A seal is overdue: %d signed heads are waiting.".formatted(backlog)));
        }
        for (var log : logs.logs()) {
            if (log.equivocations() > 0) {
                String origin = Sentence.quoted(log.origin());
                alarms.add(alarm(
                        "equivocation",
                        "Das Protokoll %s hat sich widersprochen: der Ledger bewahrt den Beweis auf.".formatted(origin),
                        "The log %s has contradicted itself: the ledger keeps the evidence.".formatted(origin)));
            }
        }
        return alarms;
    }

    private static Sentence away(LedgerAway.At at) {
        return switch (at) {
            case QUERY ->
                new Sentence(
                        "Kein Peer antwortet. Neue Köpfe warten und werden später mit einem Siegel gedeckt.",
                        "No peer answers. New heads wait; one seal covers them later.");
            case ENDORSE ->
                new Sentence(
                        "Zu wenige Organisationen stimmen zu. Es wurde nichts gesiegelt.",
                        "Too few organisations endorse. Nothing was sealed.");
            case SUBMIT ->
                new Sentence(
                        "Die Orderer sind nicht zu erreichen, oder ihre Antwort ging verloren. Beim nächsten Mal wird nachgesehen.",
                        "The orderers cannot be reached, or their answer was lost. The next attempt finds out.");
            case COMMIT_STATUS ->
                new Sentence(
                        "Ein Siegel ist unterwegs; wie es ausging, ist noch nicht bekannt.",
                        "A seal is under way; how it ended is not known yet.");
            case COMMIT_REFUSED ->
                new Sentence(
                        "Die Peers haben die Transaktion für ungültig erklärt. Es wurde nichts gesiegelt.",
                        "The peers have marked the transaction as invalid. Nothing was sealed.");
            case PROOF ->
                new Sentence(
                        "Was ein Siegel beweist, ist noch nicht beisammen oder hält nicht. Als gesiegelt gilt nichts davon.",
                        "What proves a seal is not together yet, or does not hold. None of it counts as sealed.");
        };
    }

    private static Json alarm(String code, String german, String english) {
        return alarm(code, new Sentence(german, english));
    }

    private static Json alarm(String code, Sentence says) {
        return Json.Obj.of().with("code", code).with("german", says.german()).with("english", says.english());
    }
}
