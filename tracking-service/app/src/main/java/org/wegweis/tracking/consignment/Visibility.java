package org.wegweis.tracking.consignment;

import java.util.Collections;
import org.wegweis.door.Caller;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.record.Actor.Role;

/** For whom a consignment exists: its parties, and the authorities of the Länder at its two ends. */
final class Visibility {
    private Visibility() {}

    static boolean exists(State.Existing consignment, Caller caller) {
        var file = consignment.file();
        boolean party = file.parties().contains(caller.organisation());
        boolean jurisdiction =
                caller.is(Role.AUTHORITY) && !Collections.disjoint(file.laender(), caller.jurisdiction());
        return party || jurisdiction;
    }
}
