package org.wegweis.kernel.waste;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Decision (EU) 2025/934 of 5 March 2025 (OJ L 2025/934; corrigendum OJ L 2025/90657) changes in the European List of
 * Waste. No official German titles were found: the words here are ours and say what a code is about.
 */
final class Decision2025 {
    private Decision2025() {}

    static final String ADDED = """
            100821* Schlacken aus dem Recycling lithiumhaltiger Altbatterien, mit gefährlichen Stoffen
            100822  Schlacken aus dem Recycling lithiumhaltiger Altbatterien, andere als 10 08 21
            100823* Schlacken aus dem Recycling nickelhaltiger Altbatterien, mit gefährlichen Stoffen
            100824  Schlacken aus dem Recycling nickelhaltiger Altbatterien, andere als 10 08 23
            100825* Schlacken aus dem Recycling sonstiger Altbatterien, mit gefährlichen Stoffen, andere als 10 04 01, 10 08 21 und 10 08 23
            100826  Schlacken aus dem Recycling sonstiger Altbatterien, andere als 10 08 25
            160607* Altbatterien auf Lithiumbasis
            160608* Altbatterien auf Nickelbasis, andere als 16 06 02 (etwa NiMH, Na-NiCl2)
            160609* Altbatterien auf Zinkbasis, Silberoxid eingeschlossen
            160610* Altbatterien auf Natriumbasis mit gefährlichen Stoffen, andere als 16 06 11
            160611* Natrium-Schwefel-Altbatterien
            160612  sonstige Altbatterien auf Natriumbasis, andere als 16 06 10 und 16 06 11
            160613* gemischte Altbatterien
            160614* sonstige Altbatterien mit gefährlichen Stoffen
            160615  sonstige Altbatterien, andere als 16 06 12 und 16 06 14
            160622* Abfälle aus der Herstellung von Bleibatterien, mit gefährlichen Stoffen
            160623  Abfälle aus der Herstellung von Bleibatterien, andere als 16 06 22
            160624* Abfälle aus der Herstellung von Lithiumbatterien, mit gefährlichen Stoffen
            160625  Abfälle aus der Herstellung von Lithiumbatterien, andere als 16 06 24
            160626* Abfälle aus der Herstellung von Nickelbatterien, mit gefährlichen Stoffen
            160627  Abfälle aus der Herstellung von Nickelbatterien, andere als 16 06 26
            160628* Abfälle aus der Herstellung von Alkalibatterien, mit gefährlichen Stoffen
            160629  Abfälle aus der Herstellung von Alkalibatterien, andere als 16 06 28
            160630* Abfälle aus der Herstellung von Zinkbatterien, mit gefährlichen Stoffen
            160631  Abfälle aus der Herstellung von Zinkbatterien, andere als 16 06 30
            160632* Abfälle aus der Herstellung von Natriumbatterien, mit gefährlichen Stoffen
            160633  Abfälle aus der Herstellung von Natriumbatterien, andere als 16 06 32
            160634* Abfälle aus der Herstellung sonstiger Batterien, mit gefährlichen Stoffen
            160635  Abfälle aus der Herstellung von Batterien, andere als die zuvor genannten nicht gefährlichen
            190212* feste Salze und Lösungen mit Schwermetallen aus dem Batterierecycling
            190213* sonstige Abfälle mit gefährlichen Stoffen
            191401* Zwischenfraktionen aus der Behandlung von Blei-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191402* Zwischenfraktionen aus der Behandlung von Lithium-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191403* Zwischenfraktionen aus der Behandlung von Nickel-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191404* Zwischenfraktionen aus der Behandlung von Alkali-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191405* Zwischenfraktionen aus der Behandlung von Zink-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191406* Zwischenfraktionen aus der Behandlung von Natrium-Altbatterien und ihren Produktionsabfällen, mit gemischtem Elektrodenmaterial
            191407* Zwischenfraktionen aus der Behandlung sonstiger Altbatterien und ihrer Produktionsabfälle, mit gemischtem Elektrodenmaterial
            191408  Legierungen aus dem Recycling von Altbatterien, massiv
            200142* Altbatterien der Schlüssel 16 06 01 bis 16 06 04, 16 06 08 bis 16 06 11 oder 16 06 14, auch gemischt, solche des Schlüssels 16 06 07 eingeschlossen
            200143* Lithium-Altbatterien des Schlüssels 16 06 07
            200144  Altbatterien, andere als 20 01 42 und 20 01 43
            """;

    /** Codes that go, with those into whose meaning they fall now. Which one it is depends on the waste. */
    static final Map<String, List<String>> REMOVED = Map.of(
            "160605", List.of("160607", "160608", "160609", "160610", "160611", "160612", "160613", "160614", "160615"),
            "190211", List.of("190212", "190213"),
            "200133", List.of("200142", "200143"),
            "200134", List.of("200144"));

    /** Codes whose official title changes. */
    static final Set<String> RENAMED = Set.of("090111", "160601", "160602", "160603", "160604", "160606");

    static final Set<String> BECOMES_HAZARDOUS = Set.of("160604");
}
