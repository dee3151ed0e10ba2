package org.wegweis.kernel.waste;

/**
 * Abfallverzeichnis-Verordnung of 10 December 2001 (BGBl. I p. 3379), annex, as last amended by the ordinance of 30 June
 * 2020 (BGBl. I p. 1533): 842 codes, 408 of them hazardous. An official work (§5 UrhG). Six digits, the hazard mark, the
 * title.
 */
final class Avv2020 {
    private Avv2020() {}

    static final String LIST = """
            010101  Abfälle aus dem Abbau von metallhaltigen Bodenschätzen
            010102  Abfälle aus dem Abbau von nichtmetallhaltigen Bodenschätzen
            010304* Säure bildende Aufbereitungsrückstände aus der Verarbeitung von sulfidischem Erz
            010305* andere Aufbereitungsrückstände, die gefährliche Stoffe enthalten
            010306  Aufbereitungsrückstände mit Ausnahme derjenigen, die unter 01 03 04 und 01 03 05 fallen
            010307* andere, gefährliche Stoffe enthaltende Abfälle aus der physikalischen und chemischen Verarbeitung von metallhaltigen Bodenschätzen
            010308  staubende und pulvrige Abfälle mit Ausnahme derjenigen, die unter 01 03 07 fallen
            010309  Rotschlamm aus der Aluminiumoxidherstellung mit Ausnahme von Abfällen, die unter 01 03 10 fallen
            010310* Rotschlamm aus der Aluminiumoxidherstellung, der gefährliche Stoffe enthält, mit Ausnahme der unter 01 03 07 genannten Abfälle
            010399  Abfälle a. n. g.
            010407* gefährliche Stoffe enthaltende Abfälle aus der physikalischen und chemischen Weiterverarbeitung von nichtmetallhaltigen Bodenschätzen
            010408  Abfälle von Kies- und Gesteinsbruch mit Ausnahme derjenigen, die unter 01 04 07 fallen
            010409  Abfälle von Sand und Ton
            010410  staubende und pulvrige Abfälle mit Ausnahme derjenigen, die unter 01 04 07 fallen
            010411  Abfälle aus der Verarbeitung von Kali- und Steinsalz mit Ausnahme derjenigen, die unter 01 04 07 fallen
            010412  Aufbereitungsrückstände und andere Abfälle aus der Wäsche und Reinigung von Bodenschätzen mit Ausnahme derjenigen, die unter 01 04 07 und 01 04 11 fallen
            010413  Abfälle aus Steinmetz- und -sägearbeiten mit Ausnahme derjenigen, die unter 01 04 07 fallen
            010499  Abfälle a. n. g.
            010504  Schlämme und Abfälle aus Süßwasserbohrungen
            010505* ölhaltige Bohrschlämme und -abfälle
            010506* Bohrschlämme und andere Bohrabfälle, die gefährliche Stoffe enthalten
            010507  barythaltige Bohrschlämme und -abfälle mit Ausnahme derjenigen, die unter 01 05 05 und 01 05 06 fallen
            010508  chloridhaltige Bohrschlämme und -abfälle mit Ausnahme derjenigen, die unter 01 05 05 und 01 05 06 fallen
            010599  Abfälle a. n. g.
            020101  Schlämme von Wasch- und Reinigungsvorgängen
            020102  Abfälle aus tierischem Gewebe
            020103  Abfälle aus pflanzlichem Gewebe
            020104  Kunststoffabfälle (ohne Verpackungen)
            020106  tierische Ausscheidungen, Gülle/Jauche und Stallmist (einschließlich verdorbenes Stroh), Abwässer, getrennt gesammelt und extern behandelt
            020107  Abfälle aus der Forstwirtschaft
            020108* Abfälle von Chemikalien für die Landwirtschaft, die gefährliche Stoffe enthalten
            020109  Abfälle von Chemikalien für die Landwirtschaft mit Ausnahme derjenigen, die unter 02 01 08 fallen
            020110  Metallabfälle
            020199  Abfälle a. n. g.
            020201  Schlämme von Wasch- und Reinigungsvorgängen
            020202  Abfälle aus tierischem Gewebe
            020203  für Verzehr oder Verarbeitung ungeeignete Stoffe
            020204  Schlämme aus der betriebseigenen Abwasserbehandlung
            020299  Abfälle a. n. g.
            020301  Schlämme aus Wasch-, Reinigungs-, Schäl-, Zentrifugier- und Abtrennprozessen
            020302  Abfälle von Konservierungsstoffen
            020303  Abfälle aus der Extraktion mit Lösemitteln
            020304  für Verzehr oder Verarbeitung ungeeignete Stoffe
            020305  Schlämme aus der betriebseigenen Abwasserbehandlung
            020399  Abfälle a. n. g.
            020401  Rübenerde
            020402  nicht spezifikationsgerechter Calciumcarbonatschlamm
            020403  Schlämme aus der betriebseigenen Abwasserbehandlung
            020499  Abfälle a. n. g.
            020501  für Verzehr oder Verarbeitung ungeeignete Stoffe
            020502  Schlämme aus der betriebseigenen Abwasserbehandlung
            020599  Abfälle a. n. g.
            020601  für Verzehr oder Verarbeitung ungeeignete Stoffe
            020602  Abfälle von Konservierungsstoffen
            020603  Schlämme aus der betriebseigenen Abwasserbehandlung
            020699  Abfälle a. n. g.
            020701  Abfälle aus der Wäsche, Reinigung und mechanischen Zerkleinerung des Rohmaterials
            020702  Abfälle aus der Alkoholdestillation
            020703  Abfälle aus der chemischen Behandlung
            020704  für Verzehr oder Verarbeitung ungeeignete Stoffe
            020705  Schlämme aus der betriebseigenen Abwasserbehandlung
            020799  Abfälle a. n. g.
            030101  Rinden- und Korkabfälle
            030104* Sägemehl, Späne, Abschnitte, Holz, Spanplatten und Furniere, die gefährliche Stoffe enthalten
            030105  Sägemehl, Späne, Abschnitte, Holz, Spanplatten und Furniere mit Ausnahme derjenigen, die unter 03 01 04 fallen
            030199  Abfälle a. n. g.
            030201* halogenfreie organische Holzschutzmittel
            030202* chlororganische Holzschutzmittel
            030203* metallorganische Holzschutzmittel
            030204* anorganische Holzschutzmittel
            030205* andere Holzschutzmittel, die gefährliche Stoffe enthalten
            030299  Holzschutzmittel a. n. g.
            030301  Rinden- und Holzabfälle
            030302  Sulfitschlämme (aus der Rückgewinnung von Kochlaugen)
            030305  De-inking-Schlämme aus dem Papierrecycling
            030307  mechanisch abgetrennte Abfälle aus der Auflösung von Papier- und Pappabfällen
            030308  Abfälle aus dem Sortieren von Papier und Pappe für das Recycling
            030309  Kalkschlammabfälle
            030310  Faserabfälle, Faser-, Füller- und Überzugsschlämme aus der mechanischen Abtrennung
            030311  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 03 03 10 fallen
            030399  Abfälle a. n. g.
            040101  Fleischabschabungen und Häuteabfälle
            040102  geäschertes Leimleder
            040103* Entfettungsabfälle, lösemittelhaltig, ohne flüssige Phase
            040104  chromhaltige Gerbereibrühe
            040105  chromfreie Gerbereibrühe
            040106  chromhaltige Schlämme, insbesondere aus der betriebseigenen Abwasserbehandlung
            040107  chromfreie Schlämme, insbesondere aus der betriebseigenen Abwasserbehandlung
            040108  chromhaltige Abfälle aus gegerbtem Leder (Abschnitte, Schleifstaub, Falzspäne)
            040109  Abfälle aus der Zurichtung und dem Finish
            040199  Abfälle a. n. g.
            040209  Abfälle aus Verbundmaterialien (imprägnierte Textilien, Elastomer, Plastomer)
            040210  organische Stoffe aus Naturstoffen (z.B. Fette, Wachse)
            040214* Abfälle aus dem Finish, die organische Lösungsmittel enthalten
            040215  Abfälle aus dem Finish mit Ausnahme derjenigen, die unter 04 02 14 fallen
            040216* Farbstoffe und Pigmente, die gefährliche Stoffe enthalten
            040217  Farbstoffe und Pigmente mit Ausnahme derjenigen, die unter 04 02 16 fallen
            040219* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            040220  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 04 02 19 fallen
            040221  Abfälle aus unbehandelten Textilfasern
            040222  Abfälle aus verarbeiteten Textilfasern
            040299  Abfälle a. n. g.
            050102* Entsalzungsschlämme
            050103* Bodenschlämme aus Tanks
            050104* saure Alkylschlämme
            050105* verschüttetes Öl
            050106* ölhaltige Schlämme aus Betriebsvorgängen und Instandhaltung
            050107* Säureteere
            050108* andere Teere
            050109* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            050110  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 05 01 09 fallen
            050111* Abfälle aus der Brennstoffreinigung mit Basen
            050112* säurehaltige Öle
            050113  Schlämme aus der Kesselspeisewasseraufbereitung
            050114  Abfälle aus Kühlkolonnen
            050115* gebrauchte Filtertone
            050116  schwefelhaltige Abfälle aus der Ölentschwefelung
            050117  Bitumen
            050199  Abfälle a. n. g.
            050601* Säureteere
            050603* andere Teere
            050604  Abfälle aus Kühlkolonnen
            050699  Abfälle a. n. g.
            050701* quecksilberhaltige Abfälle
            050702  schwefelhaltige Abfälle
            050799  Abfälle a. n. g.
            060101* Schwefelsäure und schweflige Säure
            060102* Salzsäure
            060103* Flusssäure
            060104* Phosphorsäure und phosphorige Säure
            060105* Salpetersäure und salpetrige Säure
            060106* andere Säuren
            060199  Abfälle a. n. g.
            060201* Calciumhydroxid
            060203* Ammoniumhydroxid
            060204* Natrium- und Kaliumhydroxid
            060205* andere Basen
            060299  Abfälle a. n. g.
            060311* feste Salze und Lösungen, die Cyanid enthalten
            060313* feste Salze und Lösungen, die Schwermetalle enthalten
            060314  feste Salze und Lösungen mit Ausnahme derjenigen, die unter 06 03 11 und 06 03 13 fallen
            060315* Metalloxide, die Schwermetalle enthalten
            060316  Metalloxide mit Ausnahme derjenigen, die unter 06 03 15 fallen
            060399  Abfälle a. n. g.
            060403* arsenhaltige Abfälle
            060404* quecksilberhaltige Abfälle
            060405* Abfälle, die andere Schwermetalle enthalten
            060499  Abfälle a. n. g.
            060502* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            060503  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 06 05 02 fallen
            060602* Abfälle, die gefährliche Sulfide enthalten
            060603  sulfidhaltige Abfälle mit Ausnahme derjenigen, die unter 06 06 02 fallen
            060699  Abfälle a. n. g.
            060701* asbesthaltige Abfälle aus der Elektrolyse
            060702* Aktivkohle aus der Chlorherstellung
            060703* quecksilberhaltige Bariumsulfatschlämme
            060704* Lösungen und Säuren, z.B. Kontaktsäure
            060799  Abfälle a. n. g.
            060802* Abfälle, die gefährliche Chlorsilane enthalten
            060899  Abfälle a. n. g.
            060902  phosphorhaltige Schlacke
            060903* Reaktionsabfälle auf Calciumbasis, die gefährliche Stoffe enthalten oder durch gefährliche Stoffe verunreinigt sind
            060904  Reaktionsabfälle auf Calciumbasis mit Ausnahme derjenigen, die unter 06 09 03 fallen
            060999  Abfälle a. n. g.
            061002* Abfälle, die gefährliche Stoffe enthalten
            061099  Abfälle a. n. g.
            061101  Reaktionsabfälle auf Calciumbasis aus der Titandioxidherstellung
            061199  Abfälle a. n. g.
            061301* anorganische Pflanzenschutzmittel, Holzschutzmittel und andere Biozide
            061302* gebrauchte Aktivkohle (außer 06 07 02)
            061303  Industrieruß
            061304* Abfälle aus der Asbestverarbeitung
            061305* Ofen- und Kaminruß
            061399  Abfälle a. n. g.
            070101* wässrige Waschflüssigkeiten und Mutterlaugen
            070103* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070104* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070107* halogenierte Reaktions- und Destillationsrückstände
            070108* andere Reaktions- und Destillationsrückstände
            070109* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070110* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070111* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070112  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 01 11 fallen
            070199  Abfälle a. n. g.
            070201* wässrige Waschflüssigkeiten und Mutterlaugen
            070203* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070204* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070207* halogenierte Reaktions- und Destillationsrückstände
            070208* andere Reaktions- und Destillationsrückstände
            070209* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070210* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070211* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070212  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 02 11 fallen
            070213  Kunststoffabfälle
            070214* Abfälle von Zusatzstoffen, die gefährliche Stoffe enthalten
            070215  Abfälle von Zusatzstoffen mit Ausnahme derjenigen, die unter 07 02 14 fallen
            070216* Abfälle, die gefährliche Silicone enthalten
            070217  siliconhaltige Abfälle, andere als die in 07 02 16 genannten
            070299  Abfälle a. n. g.
            070301* wässrige Waschflüssigkeiten und Mutterlaugen
            070303* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070304* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070307* halogenierte Reaktions- und Destillationsrückstände
            070308* andere Reaktions- und Destillationsrückstände
            070309* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070310* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070311* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070312  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 03 11 fallen
            070399  Abfälle a. n. g.
            070401* wässrige Waschflüssigkeiten und Mutterlaugen
            070403* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070404* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070407* halogenierte Reaktions- und Destillationsrückstände
            070408* andere Reaktions- und Destillationsrückstände
            070409* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070410* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070411* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070412  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 04 11 fallen
            070413* feste Abfälle, die gefährliche Stoffe enthalten
            070499  Abfälle a. n. g.
            070501* wässrige Waschflüssigkeiten und Mutterlaugen
            070503* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070504* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070507* halogenierte Reaktions- und Destillationsrückstände
            070508* andere Reaktions- und Destillationsrückstände
            070509* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070510* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070511* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070512  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 05 11 fallen
            070513* feste Abfälle, die gefährliche Stoffe enthalten
            070514  feste Abfälle mit Ausnahme derjenigen, die unter 07 05 13 fallen
            070599  Abfälle a. n. g.
            070601* wässrige Waschflüssigkeiten und Mutterlaugen
            070603* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070604* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070607* halogenierte Reaktions- und Destillationsrückstände
            070608* andere Reaktions- und Destillationsrückstände
            070609* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070610* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070611* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070612  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 06 11 fallen
            070699  Abfälle a. n. g.
            070701* wässrige Waschflüssigkeiten und Mutterlaugen
            070703* halogenorganische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070704* andere organische Lösemittel, Waschflüssigkeiten und Mutterlaugen
            070707* halogenierte Reaktions- und Destillationsrückstände
            070708* andere Reaktions- und Destillationsrückstände
            070709* halogenierte Filterkuchen, gebrauchte Aufsaugmaterialien
            070710* andere Filterkuchen, gebrauchte Aufsaugmaterialien
            070711* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            070712  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 07 07 11 fallen
            070799  Abfälle a. n. g.
            080111* Farb- und Lackabfälle, die organische Lösemittel oder andere gefährliche Stoffe enthalten
            080112  Farb- und Lackabfälle mit Ausnahme derjenigen, die unter 08 01 11 fallen
            080113* Farb- und Lackschlämme, die organische Lösemittel oder andere gefährliche Stoffe enthalten
            080114  Farb- und Lackschlämme mit Ausnahme derjenigen, die unter 08 01 13 fallen
            080115* wässrige Schlämme, die Farben oder Lacke mit organischen Lösemitteln oder anderen gefährlichen Stoffen enthalten
            080116  wässrige Schlämme, die Farben oder Lacke enthalten, mit Ausnahme derjenigen, die unter 08 01 15 fallen
            080117* Abfälle aus der Farb- oder Lackentfernung, die organische Lösemittel oder andere gefährliche Stoffe enthalten
            080118  Abfälle aus der Farb- oder Lackentfernung mit Ausnahme derjenigen, die unter 08 01 17 fallen
            080119* wässrige Suspensionen, die Farben oder Lacke mit organischen Lösemitteln oder anderen gefährlichen Stoffen enthalten
            080120  wässrige Suspensionen, die Farben oder Lacke enthalten, mit Ausnahme derjenigen, die unter 08 01 19 fallen
            080121* Farb- oder Lackentfernerabfälle
            080199  Abfälle a. n. g.
            080201  Abfälle von Beschichtungspulver
            080202  wässrige Schlämme, die keramische Werkstoffe enthalten
            080203  wässrige Suspensionen, die keramische Werkstoffe enthalten
            080299  Abfälle a. n. g.
            080307  wässrige Schlämme, die Druckfarben enthalten
            080308  wässrige flüssige Abfälle, die Druckfarben enthalten
            080312* Druckfarbenabfälle, die gefährliche Stoffe enthalten
            080313  Druckfarbenabfälle mit Ausnahme derjenigen, die unter 08 03 12 fallen
            080314* Druckfarbenschlämme, die gefährliche Stoffe enthalten
            080315  Druckfarbenschlämme mit Ausnahme derjenigen, die unter 08 03 14 fallen
            080316* Abfälle von Ätzlösungen
            080317* Tonerabfälle, die gefährliche Stoffe enthalten
            080318  Tonerabfälle mit Ausnahme derjenigen, die unter 08 03 17 fallen
            080319* Dispersionsöl
            080399  Abfälle a. n. g.
            080409* Klebstoff- und Dichtmassenabfälle, die organische Lösemittel oder andere gefährliche Stoffe enthalten
            080410  Klebstoff- und Dichtmassenabfälle mit Ausnahme derjenigen, die unter 08 04 09 fallen
            080411* klebstoff- und dichtmassenhaltige Schlämme, die organische Lösemittel oder andere gefährliche Stoffe enthalten
            080412  klebstoff- und dichtmassenhaltige Schlämme mit Ausnahme derjenigen, die unter 08 04 11 fallen
            080413* wässrige Schlämme, die Klebstoffe oder Dichtmassen mit organischen Lösemitteln oder anderen gefährlichen Stoffen enthalten
            080414  wässrige Schlämme, die Klebstoffe oder Dichtmassen enthalten, mit Ausnahme derjenigen, die unter 08 04 13 fallen
            080415* wässrige flüssige Abfälle, die Klebstoffe oder Dichtmassen mit organischen Lösemitteln oder anderen gefährlichen Stoffen enthalten
            080416  wässrige flüssige Abfälle, die Klebstoffe oder Dichtmassen enthalten, mit Ausnahme derjenigen, die unter 08 04 15 fallen
            080417* Harzöle
            080499  Abfälle a. n. g.
            080501* Isocyanatabfälle
            090101* Entwickler und Aktivatorenlösungen auf Wasserbasis
            090102* Offsetdruckplatten-Entwicklerlösungen auf Wasserbasis
            090103* Entwicklerlösungen auf Lösemittelbasis
            090104* Fixierbäder
            090105* Bleichlösungen und Bleich-Fixier-Bäder
            090106* silberhaltige Abfälle aus der betriebseigenen Behandlung fotografischer Abfälle
            090107  Filme und fotografische Papiere, die Silber oder Silberverbindungen enthalten
            090108  Filme und fotografische Papiere, die kein Silber und keine Silberverbindungen enthalten
            090110  Einwegkameras ohne Batterien
            090111* Einwegkameras mit Batterien, die unter 16 06 01, 16 06 02 oder 16 06 03 fallen
            090112  Einwegkameras mit Batterien mit Ausnahme derjenigen, die unter 09 01 11 fallen
            090113* wässrige flüssige Abfälle aus der betriebseigenen Silberrückgewinnung mit Ausnahme derjenigen, die unter 09 01 06 fallen
            090199  Abfälle a. n. g.
            100101  Rost- und Kesselasche, Schlacken und Kesselstaub mit Ausnahme von Kesselstaub, der unter 10 01 04 fällt
            100102  Filterstäube aus Kohlefeuerung
            100103  Filterstäube aus Torffeuerung und Feuerung mit (unbehandeltem) Holz
            100104* Filterstäube und Kesselstaub aus Ölfeuerung
            100105  Reaktionsabfälle auf Calciumbasis aus der Rauchgasentschwefelung in fester Form
            100107  Reaktionsabfälle auf Calciumbasis aus der Rauchgasentschwefelung in Form von Schlämmen
            100109* Schwefelsäure
            100113* Filterstäube aus emulgierten, als Brennstoffe verwendeten Kohlenwasserstoffen
            100114* Rost- und Kesselasche, Schlacken und Kesselstaub aus der Abfallmitverbrennung, die gefährliche Stoffe enthalten
            100115  Rost- und Kesselasche, Schlacken und Kesselstaub aus der Abfallmitverbrennung mit Ausnahme derjenigen, die unter 10 01 14 fallen
            100116* Filterstäube aus der Abfallmitverbrennung, die gefährliche Stoffe enthalten
            100117  Filterstäube aus der Abfallmitverbrennung mit Ausnahme derjenigen, die unter 10 01 16 fallen
            100118* Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100119  Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 01 05, 10 01 07 und 10 01 18 fallen
            100120* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            100121  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 10 01 20 fallen
            100122* wässrige Schlämme aus der Kesselreinigung, die gefährliche Stoffe enthalten
            100123  wässrige Schlämme aus der Kesselreinigung mit Ausnahme derjenigen, die unter 10 01 22 fallen
            100124  Sande aus der Wirbelschichtfeuerung
            100125  Abfälle aus der Lagerung und Vorbereitung von Brennstoffen für Kohlekraftwerke
            100126  Abfälle aus der Kühlwasserbehandlung
            100199  Abfälle a. n. g.
            100201  Abfälle aus der Verarbeitung von Schlacke
            100202  unbearbeitete Schlacke
            100207* feste Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100208  feste Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 02 07 fallen
            100210  Walzzunder
            100211* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100212  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 02 11 fallen
            100213* Schlämme und Filterkuchen aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100214  Schlämme und Filterkuchen aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 02 13 fallen
            100215  andere Schlämme und Filterkuchen
            100299  Abfälle a. n. g.
            100302  Anodenschrott
            100304* Schlacken aus der Erstschmelze
            100305  Aluminiumoxidabfälle
            100308* Salzschlacken aus der Zweitschmelze
            100309* schwarze Krätzen aus der Zweitschmelze
            100315* Abschaum, der entzündlich ist oder in Kontakt mit Wasser entzündliche Gase in gefährlicher Menge abgibt
            100316  Abschaum mit Ausnahme desjenigen, der unter 10 03 15 fällt
            100317* teerhaltige Abfälle aus der Anodenherstellung
            100318  Abfälle aus der Anodenherstellung, die Kohlenstoff enthalten, mit Ausnahme derjenigen, die unter 10 03 17 fallen
            100319* Filterstaub, der gefährliche Stoffe enthält
            100320  Filterstaub mit Ausnahme von Filterstaub, der unter 10 03 19 fällt
            100321* andere Teilchen und Staub (einschließlich Kugelmühlenstaub), die gefährliche Stoffe enthalten
            100322  andere Teilchen und Staub (einschließlich Kugelmühlenstaub) mit Ausnahme derjenigen, die unter 10 03 21 fallen
            100323* feste Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100324  feste Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 03 23 fallen
            100325* Schlämme und Filterkuchen aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100326  Schlämme und Filterkuchen aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 03 25 fallen
            100327* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100328  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 03 27 fallen
            100329* gefährliche Stoffe enthaltende Abfälle aus der Behandlung von Salzschlacken und schwarzen Krätzen
            100330  Abfälle aus der Behandlung von Salzschlacken und schwarzen Krätzen mit Ausnahme derjenigen, die unter 10 03 29 fallen
            100399  Abfälle a. n. g.
            100401* Schlacken (Erst- und Zweitschmelze)
            100402* Krätzen und Abschaum (Erst- und Zweitschmelze)
            100403* Calciumarsenat
            100404* Filterstaub
            100405* andere Teilchen und Staub
            100406* feste Abfälle aus der Abgasbehandlung
            100407* Schlämme und Filterkuchen aus der Abgasbehandlung
            100409* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100410  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 04 09 fallen
            100499  Abfälle a. n. g.
            100501  Schlacken (Erst- und Zweitschmelze)
            100503* Filterstaub
            100504  andere Teilchen und Staub
            100505* feste Abfälle aus der Abgasbehandlung
            100506* Schlämme und Filterkuchen aus der Abgasbehandlung
            100508* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100509  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 05 08 fallen
            100510* Krätzen und Abschaum, die entzündlich sind oder in Kontakt mit Wasser entzündliche Gase in gefährlicher Menge abgeben
            100511  Krätzen und Abschaum mit Ausnahme derjenigen, die unter 10 05 10 fallen
            100599  Abfälle a. n. g.
            100601  Schlacken (Erst- und Zweitschmelze)
            100602  Krätzen und Abschaum (Erst- und Zweitschmelze)
            100603* Filterstaub
            100604  andere Teilchen und Staub
            100606* feste Abfälle aus der Abgasbehandlung
            100607* Schlämme und Filterkuchen aus der Abgasbehandlung
            100609* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100610  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 06 09 fallen
            100699  Abfälle a. n. g.
            100701  Schlacken (Erst- und Zweitschmelze)
            100702  Krätzen und Abschaum (Erst- und Zweitschmelze)
            100703  feste Abfälle aus der Abgasbehandlung
            100704  andere Teilchen und Staub
            100705  Schlämme und Filterkuchen aus der Abgasbehandlung
            100707* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100708  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 07 07 fallen
            100799  Abfälle a. n. g.
            100804  Teilchen und Staub
            100808* Salzschlacken (Erst- und Zweitschmelze)
            100809  andere Schlacken
            100810* Krätzen und Abschaum, die entzündlich sind oder in Kontakt mit Wasser entzündliche Gase in gefährlicher Menge abgeben
            100811  Krätzen und Abschaum mit Ausnahme derjenigen, die unter 10 08 10 fallen
            100812* teerhaltige Abfälle aus der Anodenherstellung
            100813  Abfälle aus der Anodenherstellung, die Kohlenstoff enthalten, mit Ausnahme derjenigen, die unter 10 08 12 fallen
            100814  Anodenschrott
            100815* Filterstaub, der gefährliche Stoffe enthält
            100816  Filterstaub mit Ausnahme desjenigen, der unter 10 08 15 fällt
            100817* Schlämme und Filterkuchen aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            100818  Schlämme und Filterkuchen aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 08 17 fallen
            100819* ölhaltige Abfälle aus der Kühlwasserbehandlung
            100820  Abfälle aus der Kühlwasserbehandlung mit Ausnahme derjenigen, die unter 10 08 19 fallen
            100899  Abfälle a. n. g.
            100903  Ofenschlacke
            100905* gefährliche Stoffe enthaltende Gießformen und -sande vor dem Gießen
            100906  Gießformen und -sande vor dem Gießen mit Ausnahme derjenigen, die unter 10 09 05 fallen
            100907* gefährliche Stoffe enthaltende Gießformen und -sande nach dem Gießen
            100908  Gießformen und -sande nach dem Gießen mit Ausnahme derjenigen, die unter 10 09 07 fallen
            100909* Filterstaub, der gefährliche Stoffe enthält
            100910  Filterstaub mit Ausnahme desjenigen, der unter 10 09 09 fällt
            100911* andere Teilchen, die gefährliche Stoffe enthalten
            100912  andere Teilchen mit Ausnahme derjenigen, die unter 10 09 11 fallen
            100913* Abfälle von Bindemitteln, die gefährliche Stoffe enthalten
            100914  Abfälle von Bindemitteln mit Ausnahme derjenigen, die unter 10 09 13 fallen
            100915* Abfälle aus rissanzeigenden Substanzen, die gefährliche Stoffe enthalten
            100916  Abfälle aus rissanzeigenden Substanzen mit Ausnahme derjenigen, die unter 10 09 15 fallen
            100999  Abfälle a. n. g.
            101003  Ofenschlacke
            101005* gefährliche Stoffe enthaltende Gießformen und -sande vor dem Gießen
            101006  Gießformen und -sande vor dem Gießen mit Ausnahme derjenigen, die unter 10 10 05 fallen
            101007* gefährliche Stoffe enthaltende Gießformen und -sande nach dem Gießen
            101008  Gießformen und -sande nach dem Gießen mit Ausnahme derjenigen, die unter 10 10 07 fallen
            101009* Filterstaub, der gefährliche Stoffe enthält
            101010  Filterstaub mit Ausnahme desjenigen, der unter 10 10 09 fällt
            101011* andere Teilchen, die gefährliche Stoffe enthalten
            101012  andere Teilchen mit Ausnahme derjenigen, die unter 10 10 11 fallen
            101013* Abfälle von Bindemitteln, die gefährliche Stoffe enthalten
            101014  Abfälle von Bindemitteln mit Ausnahme derjenigen, die unter 10 10 13 fallen
            101015* Abfälle aus rissanzeigenden Substanzen, die gefährliche Stoffe enthalten
            101016  Abfälle aus rissanzeigenden Substanzen mit Ausnahme derjenigen, die unter 10 10 15 fallen
            101099  Abfälle a. n. g.
            101103  Glasfaserabfall
            101105  Teilchen und Staub
            101109* Gemengeabfall mit gefährlichen Stoffen vor dem Schmelzen
            101110  Gemengeabfall vor dem Schmelzen mit Ausnahme desjenigen, der unter 10 11 09 fällt
            101111* Glasabfall in kleinen Teilchen und Glasstaub, die Schwermetalle enthalten (z.B. aus Kathodenstrahlröhren)
            101112  Glasabfall mit Ausnahme desjenigen, der unter 10 11 11 fällt
            101113* Glaspolier- und Glasschleifschlämme, die gefährliche Stoffe enthalten
            101114  Glaspolier- und Glasschleifschlämme mit Ausnahme derjenigen, die unter 10 11 13 fallen
            101115* feste Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            101116  feste Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 11 15 fallen
            101117* Schlämme und Filterkuchen aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            101118  Schlämme und Filterkuchen aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 11 17 fallen
            101119* feste Abfälle aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            101120  feste Abfälle aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 10 11 19 fallen
            101199  Abfälle a. n. g.
            101201  Rohmischungen vor dem Brennen
            101203  Teilchen und Staub
            101205  Schlämme und Filterkuchen aus der Abgasbehandlung
            101206  verworfene Formen
            101208  Abfälle aus Keramikerzeugnissen, Ziegeln, Fliesen und Steinzeug (nach dem Brennen)
            101209* feste Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            101210  feste Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 12 09 fallen
            101211* Glasurabfälle, die Schwermetalle enthalten
            101212  Glasurabfälle mit Ausnahme derjenigen, die unter 10 12 11 fallen
            101213  Schlämme aus der betriebseigenen Abwasserbehandlung
            101299  Abfälle a. n. g.
            101301  Abfälle von Rohgemenge vor dem Brennen
            101304  Abfälle aus der Kalzinierung und Hydratisierung von Branntkalk
            101306  Teilchen und Staub (außer 10 13 12 und 10 13 13)
            101307  Schlämme und Filterkuchen aus der Abgasbehandlung
            101309* asbesthaltige Abfälle aus der Herstellung von Asbestzement
            101310  Abfälle aus der Herstellung von Asbestzement mit Ausnahme derjenigen, die unter 10 13 09 fallen
            101311  Abfälle aus der Herstellung anderer Verbundstoffe auf Zementbasis mit Ausnahme derjenigen, die unter 10 13 09 und 10 13 10 fallen
            101312* feste Abfälle aus der Abgasbehandlung, die gefährliche Stoffe enthalten
            101313  feste Abfälle aus der Abgasbehandlung mit Ausnahme derjenigen, die unter 10 13 12 fallen
            101314  Betonabfälle und Betonschlämme
            101399  Abfälle a. n. g.
            101401* quecksilberhaltige Abfälle aus der Gasreinigung
            110105* saure Beizlösungen
            110106* Säuren a. n. g.
            110107* alkalische Beizlösungen
            110108* Phosphatierschlämme
            110109* Schlämme und Filterkuchen, die gefährliche Stoffe enthalten
            110110  Schlämme und Filterkuchen mit Ausnahme derjenigen, die unter 11 01 09 fallen
            110111* wässrige Spülflüssigkeiten, die gefährliche Stoffe enthalten
            110112  wässrige Spülflüssigkeiten mit Ausnahme derjenigen, die unter 11 01 11 fallen
            110113* Abfälle aus der Entfettung, die gefährliche Stoffe enthalten
            110114  Abfälle aus der Entfettung mit Ausnahme derjenigen, die unter 11 01 13 fallen
            110115* Eluate und Schlämme aus Membransystemen oder Ionenaustauschsystemen, die gefährliche Stoffe enthalten
            110116* gesättigte oder verbrauchte Ionenaustauscherharze
            110198* andere Abfälle, die gefährliche Stoffe enthalten
            110199  Abfälle a. n. g.
            110202* Schlämme aus der Zink-Hydrometallurgie (einschließlich Jarosit, Goethit)
            110203  Abfälle aus der Herstellung von Anoden für wässrige elektrolytische Prozesse
            110205* Abfälle aus Prozessen der Kupfer-Hydrometallurgie, die gefährliche Stoffe enthalten
            110206  Abfälle aus Prozessen der Kupfer-Hydrometallurgie mit Ausnahme derjenigen, die unter 11 02 05 fallen
            110207* andere Abfälle, die gefährliche Stoffe enthalten
            110299  Abfälle a. n. g.
            110301* cyanidhaltige Abfälle
            110302* andere Abfälle
            110501  Hartzink
            110502  Zinkasche
            110503* feste Abfälle aus der Abgasbehandlung
            110504* gebrauchte Flussmittel
            110599  Abfälle a. n. g.
            120101  Eisenfeil- und -drehspäne
            120102  Eisenstaub und -teilchen
            120103  NE-Metallfeil- und -drehspäne
            120104  NE-Metallstaub und -teilchen
            120105  Kunststoffspäne und -drehspäne
            120106* halogenhaltige Bearbeitungsöle auf Mineralölbasis (außer Emulsionen und Lösungen)
            120107* halogenfreie Bearbeitungsöle auf Mineralölbasis (außer Emulsionen und Lösungen)
            120108* halogenhaltige Bearbeitungsemulsionen und -lösungen
            120109* halogenfreie Bearbeitungsemulsionen und -lösungen
            120110* synthetische Bearbeitungsöle
            120112* gebrauchte Wachse und Fette
            120113  Schweißabfälle
            120114* Bearbeitungsschlämme, die gefährliche Stoffe enthalten
            120115  Bearbeitungsschlämme mit Ausnahme derjenigen, die unter 12 01 14 fallen
            120116* Strahlmittelabfälle, die gefährliche Stoffe enthalten
            120117  Strahlmittelabfälle mit Ausnahme derjenigen, die unter 12 01 16 fallen
            120118* ölhaltige Metallschlämme (Schleif-, Hon- und Läppschlämme)
            120119* biologisch leicht abbaubare Bearbeitungsöle
            120120* gebrauchte Hon- und Schleifmittel, die gefährliche Stoffe enthalten
            120121  gebrauchte Hon- und Schleifmittel mit Ausnahme derjenigen, die unter 12 01 20 fallen
            120199  Abfälle a. n. g.
            120301* wässrige Waschflüssigkeiten
            120302* Abfälle aus der Dampfentfettung
            130101* Hydrauliköle, die PCB enthalten
            130104* chlorierte Emulsionen
            130105* nichtchlorierte Emulsionen
            130109* chlorierte Hydrauliköle auf Mineralölbasis
            130110* nichtchlorierte Hydrauliköle auf Mineralölbasis
            130111* synthetische Hydrauliköle
            130112* biologisch leicht abbaubare Hydrauliköle
            130113* andere Hydrauliköle
            130204* chlorierte Maschinen-, Getriebe- und Schmieröle auf Mineralölbasis
            130205* nichtchlorierte Maschinen-, Getriebe- und Schmieröle auf Mineralölbasis
            130206* synthetische Maschinen-, Getriebe- und Schmieröle
            130207* biologisch leicht abbaubare Maschinen-, Getriebe- und Schmieröle
            130208* andere Maschinen-, Getriebe- und Schmieröle
            130301* Isolier- und Wärmeübertragungsöle, die PCB enthalten
            130306* chlorierte Isolier- und Wärmeübertragungsöle auf Mineralölbasis mit Ausnahme derjenigen, die unter 13 03 01 fallen
            130307* nichtchlorierte Isolier- und Wärmeübertragungsöle auf Mineralölbasis
            130308* synthetische Isolier- und Wärmeübertragungsöle
            130309* biologisch leicht abbaubare Isolier- und Wärmeübertragungsöle
            130310* andere Isolier- und Wärmeübertragungsöle
            130401* Bilgenöle aus der Binnenschifffahrt
            130402* Bilgenöle aus Molenablaufkanälen
            130403* Bilgenöle aus der übrigen Schifffahrt
            130501* feste Abfälle aus Sandfanganlagen und Öl-/Wasserabscheidern
            130502* Schlämme aus Öl-/Wasserabscheidern
            130503* Schlämme aus Einlaufschächten
            130506* Öle aus Öl-/Wasserabscheidern
            130507* öliges Wasser aus Öl-/Wasserabscheidern
            130508* Abfallgemische aus Sandfanganlagen und Öl-/Wasserabscheidern
            130701* Heizöl und Diesel
            130702* Benzin
            130703* andere Brennstoffe (einschließlich Gemische)
            130801* Schlämme oder Emulsionen aus Entsalzern
            130802* andere Emulsionen
            130899* Abfälle a. n. g.
            140601* Fluorchlorkohlenwasserstoffe, HFCKW, HFKW
            140602* andere halogenierte Lösemittel und Lösemittelgemische
            140603* andere Lösemittel und Lösemittelgemische
            140604* Schlämme oder feste Abfälle, die halogenierte Lösemittel enthalten
            140605* Schlämme oder feste Abfälle, die andere Lösemittel enthalten
            150101  Verpackungen aus Papier und Pappe
            150102  Verpackungen aus Kunststoff
            150103  Verpackungen aus Holz
            150104  Verpackungen aus Metall
            150105  Verbundverpackungen
            150106  gemischte Verpackungen
            150107  Verpackungen aus Glas
            150109  Verpackungen aus Textilien
            150110* Verpackungen, die Rückstände gefährlicher Stoffe enthalten oder durch gefährliche Stoffe verunreinigt sind
            150111* Verpackungen aus Metall, die eine gefährliche feste poröse Matrix (z.B. Asbest) enthalten, einschließlich geleerter Druckbehältnisse
            150202* Aufsaug- und Filtermaterialien (einschließlich Ölfilter a. n. g.), Wischtücher und Schutzkleidung, die durch gefährliche Stoffe verunreinigt sind
            150203  Aufsaug- und Filtermaterialien, Wischtücher und Schutzkleidung mit Ausnahme derjenigen, die unter 15 02 02 fallen
            160103  Altreifen
            160104* Altfahrzeuge
            160106  Altfahrzeuge, die weder Flüssigkeiten noch andere gefährliche Bestandteile enthalten
            160107* Ölfilter
            160108* quecksilberhaltige Bauteile
            160109* Bauteile, die PCB enthalten
            160110* explosive Bauteile (z.B. aus Airbags)
            160111* asbesthaltige Bremsbeläge
            160112  Bremsbeläge mit Ausnahme derjenigen, die unter 16 01 11 fallen
            160113* Bremsflüssigkeiten
            160114* Frostschutzmittel, die gefährliche Stoffe enthalten
            160115  Frostschutzmittel mit Ausnahme derjenigen, die unter 16 01 14 fallen
            160116  Flüssiggasbehälter
            160117  Eisenmetalle
            160118  Nichteisenmetalle
            160119  Kunststoffe
            160120  Glas
            160121* gefährliche Bauteile mit Ausnahme derjenigen, die unter 16 01 07 bis 16 01 11, 16 01 13 und 16 01 14 fallen
            160122  Bauteile a.n.g.
            160199  Abfälle a. n. g.
            160209* Transformatoren und Kondensatoren, die PCB enthalten
            160210* gebrauchte Geräte, die PCB enthalten oder damit verunreinigt sind, mit Ausnahme derjenigen, die unter 16 02 09 fallen
            160211* gebrauchte Geräte, die Fluorchlorkohlenwasserstoffe, HFCKW oder HFKW enthalten
            160212* gebrauchte Geräte, die freies Asbest enthalten
            160213* gefährliche Bauteile enthaltende gebrauchte Geräte mit Ausnahme derjenigen, die unter 16 02 09 bis 16 02 12 fallen
            160214  gebrauchte Geräte mit Ausnahme derjenigen, die unter 16 02 09 bis 16 02 13 fallen
            160215* aus gebrauchten Geräten entfernte gefährliche Bauteile
            160216  aus gebrauchten Geräten entfernte Bauteile mit Ausnahme derjenigen, die unter 16 02 15 fallen
            160303* anorganische Abfälle, die gefährliche Stoffe enthalten
            160304  anorganische Abfälle mit Ausnahme derjenigen, die unter 16 03 03 fallen
            160305* organische Abfälle, die gefährliche Stoffe enthalten
            160306  organische Abfälle mit Ausnahme derjenigen, die unter 16 03 05 fallen
            160307* metallisches Quecksilber
            160401* Munitionsabfälle
            160402* Feuerwerkskörperabfälle
            160403* andere Explosivabfälle
            160504* gefährliche Stoffe enthaltende Gase in Druckbehältern (einschließlich Halonen)
            160505  Gase in Druckbehältern mit Ausnahme derjenigen, die unter 16 05 04 fallen
            160506* Laborchemikalien, die aus gefährlichen Stoffen bestehen oder solche enthalten, einschließlich Gemische von Laborchemikalien
            160507* gebrauchte anorganische Chemikalien, die aus gefährlichen Stoffen bestehen oder solche enthalten
            160508* gebrauchte organische Chemikalien, die aus gefährlichen Stoffen bestehen oder solche enthalten
            160509  gebrauchte Chemikalien mit Ausnahme derjenigen, die unter 16 05 06, 16 05 07 oder 16 05 08 fallen
            160601* Bleibatterien
            160602* Ni-Cd-Batterien
            160603* Quecksilber enthaltende Batterien
            160604  Alkalibatterien (außer 16 06 03)
            160605  andere Batterien und Akkumulatoren
            160606* getrennt gesammelte Elektrolyte aus Batterien und Akkumulatoren
            160708* ölhaltige Abfälle
            160709* Abfälle, die sonstige gefährliche Stoffe enthalten
            160799  Abfälle a. n. g.
            160801  gebrauchte Katalysatoren, die Gold, Silber, Rhenium, Rhodium, Palladium, Iridium oder Platin enthalten (außer 16 08 07)
            160802* gebrauchte Katalysatoren, die gefährliche Übergangsmetalle oder deren Verbindungen enthalten
            160803  gebrauchte Katalysatoren, die Übergangsmetalle oder deren Verbindungen enthalten, a. n. g.
            160804  gebrauchte Katalysatoren von Crackprozessen (außer 16 08 07)
            160805* gebrauchte Katalysatoren, die Phosphorsäure enthalten
            160806* gebrauchte Flüssigkeiten, die als Katalysatoren verwendet wurden
            160807* gebrauchte Katalysatoren, die durch gefährliche Stoffe verunreinigt sind
            160901* Permanganate, z.B. Kaliumpermanganat
            160902* Chromate, z.B. Kaliumchromat, Kalium- oder Natriumdichromat
            160903* Peroxide, z.B. Wasserstoffperoxid
            160904* oxidierende Stoffe a. n. g.
            161001* wässrige flüssige Abfälle, die gefährliche Stoffe enthalten
            161002  wässrige flüssige Abfälle mit Ausnahme derjenigen, die unter 16 10 01 fallen
            161003* wässrige Konzentrate, die gefährliche Stoffe enthalten
            161004  wässrige Konzentrate mit Ausnahme derjenigen, die unter 16 10 03 fallen
            161101* Auskleidungen und feuerfeste Materialien auf Kohlenstoffbasis aus metallurgischen Prozessen, die gefährliche Stoffe enthalten
            161102  Auskleidungen und feuerfeste Materialien auf Kohlenstoffbasis aus metallurgischen Prozessen mit Ausnahme derjenigen, die unter 16 11 01 fallen
            161103* andere Auskleidungen und feuerfeste Materialien aus metallurgischen Prozessen, die gefährliche Stoffe enthalten
            161104  andere Auskleidungen und feuerfeste Materialien aus metallurgischen Prozessen mit Ausnahme derjenigen, die unter 16 11 03 fallen
            161105* Auskleidungen und feuerfeste Materialien aus nichtmetallurgischen Prozessen, die gefährliche Stoffe enthalten
            161106  Auskleidungen und feuerfeste Materialien aus nichtmetallurgischen Prozessen mit Ausnahme derjenigen, die unter 16 11 05 fallen
            170101  Beton
            170102  Ziegel
            170103  Fliesen und Keramik
            170106* Gemische aus oder getrennte Fraktionen von Beton, Ziegeln, Fliesen und Keramik, die gefährliche Stoffe enthalten
            170107  Gemische aus Beton, Ziegeln, Fliesen und Keramik mit Ausnahme derjenigen, die unter 17 01 06 fallen
            170201  Holz
            170202  Glas
            170203  Kunststoff
            170204* Glas, Kunststoff und Holz, die gefährliche Stoffe enthalten oder durch gefährliche Stoffe verunreinigt sind
            170301* kohlenteerhaltige Bitumengemische
            170302  Bitumengemische mit Ausnahme derjenigen, die unter 17 03 01 fallen
            170303* Kohlenteer und teerhaltige Produkte
            170401  Kupfer, Bronze, Messing
            170402  Aluminium
            170403  Blei
            170404  Zink
            170405  Eisen und Stahl
            170406  Zinn
            170407  gemischte Metalle
            170409* Metallabfälle, die durch gefährliche Stoffe verunreinigt sind
            170410* Kabel, die Öl, Kohlenteer oder andere gefährliche Stoffe enthalten
            170411  Kabel mit Ausnahme derjenigen, die unter 17 04 10 fallen
            170503* Boden und Steine, die gefährliche Stoffe enthalten
            170504  Boden und Steine mit Ausnahme derjenigen, die unter 17 05 03 fallen
            170505* Baggergut, das gefährliche Stoffe enthält
            170506  Baggergut mit Ausnahme desjenigen, das unter 17 05 05 fällt
            170507* Gleisschotter, der gefährliche Stoffe enthält
            170508  Gleisschotter mit Ausnahme desjenigen, der unter 17 05 07 fällt
            170601* Dämmmaterial, das Asbest enthält
            170603* anderes Dämmmaterial, das aus gefährlichen Stoffen besteht oder solche Stoffe enthält
            170604  Dämmmaterial mit Ausnahme desjenigen, das unter 17 06 01 und 17 06 03 fällt
            170605* asbesthaltige Baustoffe
            170801* Baustoffe auf Gipsbasis, die durch gefährliche Stoffe verunreinigt sind
            170802  Baustoffe auf Gipsbasis mit Ausnahme derjenigen, die unter 17 08 01 fallen
            170901* Bau- und Abbruchabfälle, die Quecksilber enthalten
            170902* Bau- und Abbruchabfälle, die PCB enthalten (z.B. PCB-haltige Dichtungsmassen, PCB-haltige Bodenbeläge auf Harzbasis, PCB-haltige Isolierverglasungen, PCB-haltige Kondensatoren)
            170903* sonstige Bau- und Abbruchabfälle (einschließlich gemischte Abfälle), die gefährliche Stoffe enthalten
            170904  gemischte Bau- und Abbruchabfälle mit Ausnahme derjenigen, die unter 17 09 01, 17 09 02 und 17 09 03 fallen
            180101  spitze oder scharfe Gegenstände (außer 18 01 03)
            180102  Körperteile und Organe, einschließlich Blutbeutel und Blutkonserven (außer 18 01 03)
            180103* Abfälle, an deren Sammlung und Entsorgung aus infektionspräventiver Sicht besondere Anforderungen gestellt werden
            180104  Abfälle, an deren Sammlung und Entsorgung aus infektionspräventiver Sicht keine besonderen Anforderungen gestellt werden (z. B. Wund- und Gipsverbände, Wäsche, Einwegkleidung, Windeln)
            180106* Chemikalien, die aus gefährlichen Stoffen bestehen oder solche enthalten
            180107  Chemikalien mit Ausnahme derjenigen, die unter 18 01 06 fallen
            180108* zytotoxische und zytostatische Arzneimittel
            180109  Arzneimittel mit Ausnahme derjenigen, die unter 18 01 08 fallen
            180110* Amalgamabfälle aus der Zahnmedizin
            180201  spitze oder scharfe Gegenstände mit Ausnahme derjenigen, die unter 18 02 02 fallen
            180202* Abfälle, an deren Sammlung und Entsorgung aus infektionspräventiver Sicht besondere Anforderungen gestellt werden
            180203  Abfälle, an deren Sammlung und Entsorgung aus infektionspräventiver Sicht keine besonderen Anforderungen gestellt werden
            180205* Chemikalien, die aus gefährlichen Stoffen bestehen oder solche enthalten
            180206  Chemikalien mit Ausnahme derjenigen, die unter 18 02 05 fallen
            180207* zytotoxische und zytostatische Arzneimittel
            180208  Arzneimittel mit Ausnahme derjenigen, die unter 18 02 07 fallen
            190102  Eisenteile, aus der Rost- und Kesselasche entfernt
            190105* Filterkuchen aus der Abgasbehandlung
            190106* wässrige flüssige Abfälle aus der Abgasbehandlung und andere wässrige flüssige Abfälle
            190107* feste Abfälle aus der Abgasbehandlung
            190110* gebrauchte Aktivkohle aus der Abgasbehandlung
            190111* Rost- und Kesselaschen sowie Schlacken, die gefährliche Stoffe enthalten
            190112  Rost- und Kesselaschen sowie Schlacken mit Ausnahme derjenigen, die unter 19 01 11 fallen
            190113* Filterstaub, der gefährliche Stoffe enthält
            190114  Filterstaub mit Ausnahme desjenigen, der unter 19 01 13 fällt
            190115* Kesselstaub, der gefährliche Stoffe enthält
            190116  Kesselstaub mit Ausnahme desjenigen, der unter 19 01 15 fällt
            190117* Pyrolyseabfälle, die gefährliche Stoffe enthalten
            190118  Pyrolyseabfälle mit Ausnahme derjenigen, die unter 19 01 17 fallen
            190119  Sande aus der Wirbelschichtfeuerung
            190199  Abfälle a. n. g.
            190203  vorgemischte Abfälle, die ausschließlich aus nicht gefährlichen Abfällen bestehen
            190204* vorgemischte Abfälle, die wenigstens einen gefährlichen Abfall enthalten
            190205* Schlämme aus der physikalisch-chemischen Behandlung, die gefährliche Stoffe enthalten
            190206  Schlämme aus der physikalisch-chemischen Behandlung mit Ausnahme derjenigen, die unter 19 02 05 fallen
            190207* Öl und Konzentrate aus Abtrennprozessen
            190208* flüssige brennbare Abfälle, die gefährliche Stoffe enthalten
            190209* feste brennbare Abfälle, die gefährliche Stoffe enthalten
            190210  brennbare Abfälle mit Ausnahme derjenigen, die unter 19 02 08 und 19 02 09 fallen
            190211* sonstige Abfälle, die gefährliche Stoffe enthalten
            190299  Abfälle a. n. g.
            190304* als gefährlich eingestufte teilweise stabilisierte Abfälle, mit Ausnahme derjenigen, die unter 19 03 08 fallen
            190305  stabilisierte Abfälle mit Ausnahme derjenigen, die unter 19 03 04 fallen
            190306* als gefährlich eingestufte verfestigte Abfälle
            190307  verfestigte Abfälle mit Ausnahme derjenigen, die unter 19 03 06 fallen
            190308* teilweise stabilisiertes Quecksilber
            190401  verglaste Abfälle
            190402* Filterstaub und andere Abfälle aus der Abgasbehandlung
            190403* nicht verglaste Festphase
            190404  wässrige flüssige Abfälle aus dem Tempern
            190501  nicht kompostierte Fraktion von Siedlungs- und ähnlichen Abfällen
            190502  nicht kompostierte Fraktion von tierischen und pflanzlichen Abfällen
            190503  nicht spezifikationsgerechter Kompost
            190599  Abfälle a. n. g.
            190603  Flüssigkeiten aus der anaeroben Behandlung von Siedlungsabfällen
            190604  Gärrückstand/-schlamm aus der anaeroben Behandlung von Siedlungsabfällen
            190605  Flüssigkeiten aus der anaeroben Behandlung von tierischen und pflanzlichen Abfällen
            190606  Gärrückstand/-schlamm aus der anaeroben Behandlung von tierischen und pflanzlichen Abfällen
            190699  Abfälle a. n. g.
            190702* Deponiesickerwasser, das gefährliche Stoffe enthält
            190703  Deponiesickerwasser mit Ausnahme desjenigen, das unter 19 07 02 fällt
            190801  Sieb- und Rechenrückstände
            190802  Sandfangrückstände
            190805  Schlämme aus der Behandlung von kommunalem Abwasser
            190806* gesättigte oder verbrauchte Ionenaustauscherharze
            190807* Lösungen und Schlämme aus der Regeneration von Ionenaustauschern
            190808* schwermetallhaltige Abfälle aus Membransystemen
            190809  Fett- und Ölmischungen aus Ölabscheidern, die ausschließlich Speiseöle und -fette enthalten
            190810* Fett- und Ölmischungen aus Ölabscheidern mit Ausnahme derjenigen, die unter 19 08 09 fallen
            190811* Schlämme aus der biologischen Behandlung von industriellem Abwasser, die gefährliche Stoffe enthalten
            190812  Schlämme aus der biologischen Behandlung von industriellem Abwasser mit Ausnahme derjenigen, die unter 19 08 11 fallen
            190813* Schlämme aus einer anderen Behandlung von industriellem Abwasser, die gefährliche Stoffe enthalten
            190814  Schlämme aus einer anderen Behandlung von industriellem Abwasser mit Ausnahme derjenigen, die unter 19 08 13 fallen
            190899  Abfälle a. n. g.
            190901  feste Abfälle aus der Erstfiltration und Siebrückstände
            190902  Schlämme aus der Wasserklärung
            190903  Schlämme aus der Dekarbonatisierung
            190904  gebrauchte Aktivkohle
            190905  gesättigte oder gebrauchte Ionenaustauscherharze
            190906  Lösungen und Schlämme aus der Regeneration von Ionenaustauschern
            190999  Abfälle a. n. g.
            191001  Eisen- und Stahlabfälle
            191002  NE-Metall-Abfälle
            191003* Schredderleichtfraktionen und Staub, die gefährliche Stoffe enthalten
            191004  Schredderleichtfraktionen und Staub mit Ausnahme derjenigen, die unter 19 10 03 fallen
            191005* andere Fraktionen, die gefährliche Stoffe enthalten
            191006  andere Fraktionen mit Ausnahme derjenigen, die unter 19 10 05 fallen
            191101* gebrauchte Filtertone
            191102* Säureteere
            191103* wässrige flüssige Abfälle
            191104* Abfälle aus der Brennstoffreinigung mit Basen
            191105* Schlämme aus der betriebseigenen Abwasserbehandlung, die gefährliche Stoffe enthalten
            191106  Schlämme aus der betriebseigenen Abwasserbehandlung mit Ausnahme derjenigen, die unter 19 11 05 fallen
            191107* Abfälle aus der Abgasreinigung
            191199  Abfälle a. n. g.
            191201  Papier und Pappe
            191202  Eisenmetalle
            191203  Nichteisenmetalle
            191204  Kunststoff und Gummi
            191205  Glas
            191206* Holz, das gefährliche Stoffe enthält
            191207  Holz mit Ausnahme desjenigen, das unter 19 12 06 fällt
            191208  Textilien
            191209  Mineralien (z.B. Sand, Steine)
            191210  brennbare Abfälle (Brennstoffe aus Abfällen)
            191211* sonstige Abfälle (einschließlich Materialmischungen) aus der mechanischen Behandlung von Abfällen, die gefährliche Stoffe enthalten
            191212  sonstige Abfälle (einschließlich Materialmischungen) aus der mechanischen Behandlung von Abfällen mit Ausnahme derjenigen, die unter 19 12 11 fallen
            191301* feste Abfälle aus der Sanierung von Böden, die gefährliche Stoffe enthalten
            191302  feste Abfälle aus der Sanierung von Böden mit Ausnahme derjenigen, die unter 19 13 01 fallen
            191303* Schlämme aus der Sanierung von Böden, die gefährliche Stoffe enthalten
            191304  Schlämme aus der Sanierung von Böden mit Ausnahme derjenigen, die unter 19 13 03 fallen
            191305* Schlämme aus der Sanierung von Grundwasser, die gefährliche Stoffe enthalten
            191306  Schlämme aus der Sanierung von Grundwasser mit Ausnahme derjenigen, die unter 19 13 05 fallen
            191307* wässrige flüssige Abfälle und wässrige Konzentrate aus der Sanierung von Grundwasser, die gefährliche Stoffe enthalten
            191308  wässrige flüssige Abfälle und wässrige Konzentrate aus der Sanierung von Grundwasser mit Ausnahme derjenigen, die unter 19 13 07 fallen
            200101  Papier und Pappe
            200102  Glas
            200108  biologisch abbaubare Küchen- und Kantinenabfälle
            200110  Bekleidung
            200111  Textilien
            200113* Lösemittel
            200114* Säuren
            200115* Laugen
            200117* Fotochemikalien
            200119* Pestizide
            200121* Leuchtstoffröhren und andere quecksilberhaltige Abfälle
            200123* gebrauchte Geräte, die Fluorchlorkohlenwasserstoffe enthalten
            200125  Speiseöle und -fette
            200126* Öle und Fette mit Ausnahme derjenigen, die unter 20 01 25 fallen
            200127* Farben, Druckfarben, Klebstoffe und Kunstharze, die gefährliche Stoffe enthalten
            200128  Farben, Druckfarben, Klebstoffe und Kunstharze mit Ausnahme derjenigen, die unter 20 01 27 fallen
            200129* Reinigungsmittel, die gefährliche Stoffe enthalten
            200130  Reinigungsmittel mit Ausnahme derjenigen, die unter 20 01 29 fallen
            200131* zytotoxische und zytostatische Arzneimittel
            200132  Arzneimittel mit Ausnahme derjenigen, die unter 20 01 31 fallen
            200133* Batterien und Akkumulatoren, die unter 16 06 01, 16 06 02 oder 16 06 03 fallen, sowie gemischte Batterien und Akkumulatoren, die solche Batterien enthalten
            200134  Batterien und Akkumulatoren mit Ausnahme derjenigen, die unter 20 01 33 fallen
            200135* gebrauchte elektrische und elektronische Geräte, die gefährliche Bauteile enthalten, mit Ausnahme derjenigen, die unter 20 01 21 und 20 01 23 fallen
            200136  gebrauchte elektrische und elektronische Geräte mit Ausnahme derjenigen, die unter 20 01 21, 20 01 23 und 20 01 35 fallen
            200137* Holz, das gefährliche Stoffe enthält
            200138  Holz mit Ausnahme desjenigen, das unter 20 01 37 fällt
            200139  Kunststoffe
            200140  Metalle
            200141  Abfälle aus der Reinigung von Schornsteinen
            200199  sonstige Fraktionen a. n. g.
            200201  biologisch abbaubare Abfälle
            200202  Boden und Steine
            200203  andere nicht biologisch abbaubare Abfälle
            200301  gemischte Siedlungsabfälle
            200302  Marktabfälle
            200303  Straßenkehricht
            200304  Fäkalschlamm
            200306  Abfälle aus der Kanalreinigung
            200307  Sperrmüll
            200399  Siedlungsabfälle a. n. g.
            """;
}
