package org.wegweis.kernel.waste;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wastes that Anlage 2 NachwV names: collectors of those under letter a know no limit of 20 t (§9(1) Satz 2), and for
 * those under a and b a collective certificate may be privileged (§9(3) Satz 2). The law says it of the codes as they
 * stood in 2006; whether a code that came later falls under it is for the authority to say.
 */
public final class CollectedWaste {
    // 16 07 08 means oily waste from ships only; a code alone does not tell.
    private static final Set<String> A = Set.of("130401", "130402", "130403", "160601", "160708");
    private static final Set<String> B = Stream.of("""
                    090101 090102 090104 090105 090111 120106 120107 120108 120109 120110 120112 120119
                    130104 130105 130109 130110 130111 130112 130113 130204 130205 130206 130207 130208
                    130306 130307 130308 130309 130310 130501 130502 130503 130506 130507 130508 130701 130702
                    160107 160111 160113 160114 160602 160603 170601 170605 180103 180110 180202
                    200117 200121 200133""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private CollectedWaste() {}

    /** Whether collectors may take any amount of it from one site. */
    public static boolean withoutLimit(WasteCode waste) {
        return A.contains(waste.digits());
    }

    /** Whether a collective certificate for it may do without confirmation. */
    public static boolean privileged(WasteCode waste) {
        return A.contains(waste.digits()) || B.contains(waste.digits());
    }
}
