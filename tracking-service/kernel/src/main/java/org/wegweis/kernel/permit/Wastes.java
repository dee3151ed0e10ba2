package org.wegweis.kernel.permit;

import java.util.Set;
import org.wegweis.kernel.waste.WasteCode;

/** For which wastes a paper is good. */
public sealed interface Wastes {

    /** Whether it names that code; a code that was or will be marked as hazardous on other days is the same code. */
    boolean name(WasteCode code);

    /** All that there are. */
    record All() implements Wastes {
        @Override
        public boolean name(WasteCode code) {
            return true;
        }
    }

    /** These and no others. */
    record Only(Set<WasteCode> codes) implements Wastes {
        public Only {
            if (codes.isEmpty()) throw new IllegalArgumentException("names no waste code; it may be all");
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean name(WasteCode code) {
            return codes.stream().anyMatch(named -> named.digits().equals(code.digits()));
        }
    }
}
