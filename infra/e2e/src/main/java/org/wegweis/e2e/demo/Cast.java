package org.wegweis.e2e.demo;

import java.util.List;

/** Who takes part in the demo day. Names and numbers are made up. */
final class Cast {
    private Cast() {}

    /**
     * An organisation.
     *
     * @param key names it in the play
     * @param number the official number of its one site
     */
    record Firm(String key, String name, String number, String site, String place) {}

    /**
     * Somebody who signs in.
     *
     * @param jurisdiction Landeskenner, authorities only
     */
    record Member(String signInName, String firm, List<String> roles, List<String> jurisdiction) {
        Member(String signInName, String firm, String role) {
            this(signInName, firm, List.of(role), List.of());
        }
    }

    static final List<Firm> FIRMS = List.of(
            new Firm("bau", "Havelbau Tiefbau GmbH", "P10000017", "Baustelle Brückenstraße", "Potsdam"),
            new Firm("klinik", "Klinikum an der Panke gGmbH", "L20000024", "Klinikum Mitte", "Berlin"),
            new Firm("galvanik", "Galvanik Elbtal GmbH", "S30000031", "Werk 2", "Dresden"),
            new Firm("flott", "Flott Transporte GmbH", "L40000048", "Betriebshof Tempelhof", "Berlin"),
            new Firm("spree", "Spree-Entsorgung Logistik GmbH", "P50000055", "Betriebshof Cottbus", "Cottbus"),
            new Firm("nord", "Nordhalde Deponie GmbH", "P60000062", "Deponie Nordhalde", "Oranienburg"),
            new Firm("therm", "Thermische Behandlung Elbe GmbH", "N70000079", "Sonderabfallverbrennung", "Schönebeck"),
            new Firm("lager", "Zwischenlager Havelland GmbH", "P90000093", "Sonderabfall-Zwischenlager", "Nauen"),
            new Firm("amt", "Landesamt für Umwelt (Übungsbehörde)", "P80000086", "Dienststelle", "Potsdam"));

    static final List<Member> MEMBERS = List.of(
            new Member("hanna.krause", "bau", "dispatcher"),
            new Member("mehmet.aydin", "klinik", "dispatcher"),
            new Member("ute.schroeder", "galvanik", "dispatcher"),
            new Member("dora.winkler", "flott", "dispatcher"),
            new Member("anna.lorenz", "flott", "driver"),
            new Member("bernd.voigt", "flott", "driver"),
            new Member("paul.jahn", "spree", "dispatcher"),
            new Member("jana.nowak", "spree", "driver"),
            new Member("gerd.thiele", "nord", List.of("gate", "dispatcher"), List.of()),
            new Member("lea.brandt", "therm", List.of("gate", "dispatcher"), List.of()),
            new Member("ines.paulsen", "lager", List.of("gate", "dispatcher"), List.of()),
            new Member("karin.boehm", "amt", List.of("authority"), List.of("P", "L")),
            new Member("otto.pruefer", "nord", "auditor"));
}
