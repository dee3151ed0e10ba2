package org.wegweis.kernel.stock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What went in and what came out: mixing makes one of several, splitting several of one, and masses add up to the gram. */
public record Treatment(
        Operation operation, List<Part> inputs, List<Output> outputs, List<Gained> gains, List<Lost> losses) {
    public Treatment {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        gains = List.copyOf(gains);
        losses = List.copyOf(losses);
    }

    /**
     * A lot that came out.
     *
     * @param waste the code of waste; nothing else has one
     */
    public record Output(LotId lot, Lot.Kind kind, Optional<WasteCode> waste, Mass mass) {}

    public record Gained(Gain reason, Mass mass) {}

    public record Lost(Loss reason, Mass mass) {}

    /** What came in, in grams. */
    public long in() {
        return sum(Stream.concat(inputs.stream().map(Part::mass), gains.stream().map(Gained::mass)));
    }

    /** What came out, in grams. */
    public long out() {
        return sum(Stream.concat(
                outputs.stream().map(Output::mass), losses.stream().map(Lost::mass)));
    }

    private static long sum(Stream<Mass> masses) {
        return masses.mapToLong(Mass::grams).reduce(0, Math::addExact);
    }
}
