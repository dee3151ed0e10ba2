package org.wegweis.kernel.permit;

import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.waste.Mass;

/** What a paper allows beside the wastes that it names; it differs from kind to kind. */
public sealed interface Scope {
    Kind kind();

    /** Anzeige (§53(1) KrWG): its filing is enough, the authority only confirms its receipt. */
    record Notification() implements Scope {
        @Override
        public Kind kind() {
            return Kind.NOTIFICATION;
        }
    }

    /** Erlaubnis (§54(1) KrWG), good in all Länder. */
    record CarrierPermit() implements Scope {
        @Override
        public Kind kind() {
            return Kind.CARRIER_PERMIT;
        }
    }

    /** Zertifikat (§56(3) KrWG): for these activities, at the holder's site where they are bound to one. */
    record EfbCertificate(Set<Activity> activities) implements Scope {
        public EfbCertificate {
            if (activities.isEmpty()) throw new IllegalArgumentException("names no activity");
            activities = Set.copyOf(activities);
        }

        @Override
        public Kind kind() {
            return Kind.EFB_CERTIFICATE;
        }
    }

    /**
     * A plant's Genehmigung.
     *
     * @param perDay the most that it may accept on one calendar day, if the permit sets it
     * @param perYear the same of one calendar year
     */
    record PlantPermit(Set<Operation> operations, Optional<Mass> perDay, Optional<Mass> perYear) implements Scope {
        public PlantPermit {
            if (operations.isEmpty()) throw new IllegalArgumentException("names no operation");
            if (perDay.equals(Optional.of(Mass.NONE)) || perYear.equals(Optional.of(Mass.NONE))) {
                throw new IllegalArgumentException("a limit of nothing permits nothing");
            }
            operations = Set.copyOf(operations);
        }

        @Override
        public Kind kind() {
            return Kind.PLANT_PERMIT;
        }
    }
}
