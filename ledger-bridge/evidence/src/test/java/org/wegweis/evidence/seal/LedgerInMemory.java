package org.wegweis.evidence.seal;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;

/** Forgets when the test is over. */
public final class LedgerInMemory implements Ledger {
    private final NoteSigner key = NoteSigner.generate("ledger.example", new SecureRandom());
    private final TreeMap<Long, Seal> seals = new TreeMap<>();
    private final SealingRules rules;

    public LedgerInMemory(SealingRules rules) {
        this.rules = rules;
    }

    public NoteSigner key() {
        return key;
    }

    @Override
    public Sealing seal(Note checkpoint, List<TreeHash> consistency) {
        return switch (rules.judge(
                checkpoint, consistency, latest().map(Seal::head), size -> at(size).map(Seal::head))) {
            case SealingRules.Verdict.Fresh(var head) -> {
                var seal = new Seal.Countersigned(checkpoint.with(key));
                seals.put(head.size(), seal);
                yield new Sealing.Sealed(seal);
            }
            case SealingRules.Verdict.Known(var head) ->
                new Sealing.Sealed(at(head.size()).orElseThrow());
            case SealingRules.Verdict.Refused(var reason) -> new Sealing.Refused(reason);
        };
    }

    @Override
    public Optional<Seal> latest() {
        return Optional.ofNullable(seals.lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Seal> at(long size) {
        return Optional.ofNullable(seals.get(size));
    }

    @Override
    public List<Seal> history(long above, int most) {
        return seals.tailMap(above, false).values().stream().limit(most).toList();
    }
}
