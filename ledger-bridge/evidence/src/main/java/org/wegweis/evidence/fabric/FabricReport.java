package org.wegweis.evidence.fabric;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wegweis.evidence.fabric.FabricStep.Result;

/**
 * How a proof was judged.
 *
 * @param steps all of them, in their order
 * @param sealed what is shown; only if every step holds, but for a genesis block that nobody said whether to trust
 */
public record FabricReport(List<FabricStep> steps, Optional<Sealed> sealed) {
    public FabricReport {
        steps = List.copyOf(steps);
    }

    /** Whether everything was checked and holds. */
    public boolean holds() {
        return steps.stream().allMatch(step -> step.result() == Result.HOLDS);
    }

    public Set<Caveat> caveats() {
        return steps.stream().flatMap(step -> step.caveat().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
