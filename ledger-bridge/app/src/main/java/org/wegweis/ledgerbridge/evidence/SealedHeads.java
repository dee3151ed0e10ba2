package org.wegweis.ledgerbridge.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.time.TimeStamps;

/** Finds the head that a package stands on, with what others have said of it. */
final class SealedHeads {
    private final Ledger ledger;
    private final Cosigned cosigned;
    private final TimeStamps timeStamps;
    private final BooleanSupplier authorityAway;

    /** @param authorityAway whether nobody can be waited for to stamp */
    SealedHeads(Ledger ledger, Cosigned cosigned, TimeStamps timeStamps, BooleanSupplier authorityAway) {
        this.ledger = ledger;
        this.cosigned = cosigned;
        this.timeStamps = timeStamps;
        this.authorityAway = authorityAway;
    }

    /**
     * The newest head over that position that is sealed, cosigned by enough witnesses and stamped; one that is not stamped
     * only while the authority is away.
     *
     * @return empty while it has to be waited for
     */
    Optional<Evidence.SealedHead> covering(long position) {
        var cosignedSizes = cosignedSizes(position);
        // looked up one after the other, for mostly the first will do: an old record has many heads above it
        var best = timeStamps.above(position).stream()
                .filter(size -> cosigned.policy().threshold() == 0 || cosignedSizes.contains(size))
                .filter(this::isSealed)
                .findFirst();
        if (best.isEmpty() && authorityAway.getAsBoolean()) {
            best = cosignedSizes.stream().filter(this::isSealed).findFirst();
        }
        return best.map(this::head);
    }

    private boolean isSealed(long size) {
        return ledger.at(size).isPresent();
    }

    /** Sizes of heads over that position that the witnesses let pass, by falling size. A size is one more than the last position. */
    private List<Long> cosignedSizes(long position) {
        if (cosigned.policy().threshold() > 0) return cosigned.met(position);
        long latest = ledger.latest().map(seal -> seal.head().size()).orElse(0L);
        return LongStream.of(latest).filter(size -> size > position).boxed().toList();
    }

    private Evidence.SealedHead head(long size) {
        return new Evidence.SealedHead(
                cosigned.note(size).orElseThrow(),
                cosigned.policy(),
                ledger.at(size).orElseThrow(),
                timeStamps.at(size).map(TimeStamp::der).stream().toList());
    }
}
