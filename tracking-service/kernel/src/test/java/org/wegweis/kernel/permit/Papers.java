package org.wegweis.kernel.permit;

import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Papers of Fast Wheels and of North Landfill; unless told otherwise, good from 2026 on and for all wastes. */
public final class Papers {
    public static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Party DEPOT = new Party(FAST_WHEELS, new SiteNumber("P00000002"));
    public static final Party LANDFILL = soil().plant();
    public static final WasteCode SOIL_CODE = soil().waste();
    public static final WasteCode RUBBLE = new WasteCode("170107", false);
    public static final Operation D1 = new Operation("D1");

    private Papers() {}

    public static Paper notification() {
        return paper(DEPOT, new Scope.Notification(), new Wastes.All());
    }

    public static Paper carrierPermit(WasteCode... codes) {
        return paper(DEPOT, new Scope.CarrierPermit(), wastes(codes));
    }

    public static Paper certificate(Party holder, Set<Activity> activities, WasteCode... codes) {
        var unlimited = paper(holder, new Scope.EfbCertificate(activities), wastes(codes));
        return until(unlimited, NEW_YEAR.plusMonths(18));
    }

    public static Paper plantPermit(Optional<Mass> perDay, Optional<Mass> perYear, WasteCode... codes) {
        return paper(LANDFILL, new Scope.PlantPermit(Set.of(D1), perDay, perYear), wastes(codes));
    }

    public static Paper until(Paper paper, LocalDate last) {
        return new Paper(
                paper.holder(), paper.scope(), paper.wastes(), paper.from(), Optional.of(last), paper.reference());
    }

    public static Paper from(Paper paper, LocalDate first) {
        return new Paper(paper.holder(), paper.scope(), paper.wastes(), first, paper.until(), paper.reference());
    }

    public static State.OnFile onFile(Paper paper) {
        return new State.OnFile(paper, false, Optional.empty(), Optional.empty(), Set.of());
    }

    public static Permits permits(Paper... papers) {
        return new Permits(Arrays.stream(papers).map(Papers::onFile).toList());
    }

    private static Paper paper(Party holder, Scope scope, Wastes wastes) {
        return new Paper(holder, scope, wastes, NEW_YEAR, Optional.empty(), Optional.empty());
    }

    private static Wastes wastes(WasteCode... codes) {
        return codes.length == 0
                ? new Wastes.All()
                : new Wastes.Only(Arrays.stream(codes).collect(Collectors.toSet()));
    }
}
