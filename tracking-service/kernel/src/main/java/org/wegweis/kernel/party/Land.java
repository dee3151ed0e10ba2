package org.wegweis.kernel.party;

/** The Länder and the letters that their official numbers begin with (Landeskenner, §28(6) NachwV). */
public enum Land {
    A("Schleswig-Holstein"),
    B("Hamburg"),
    C("Niedersachsen"),
    D("Bremen"),
    E("Nordrhein-Westfalen"),
    F("Hessen"),
    G("Rheinland-Pfalz"),
    H("Baden-Württemberg"),
    I("Bayern"),
    K("Saarland"),
    L("Berlin"),
    M("Mecklenburg-Vorpommern"),
    N("Sachsen-Anhalt"),
    P("Brandenburg"),
    R("Thüringen"),
    S("Sachsen");

    private final String german;

    Land(String german) {
        this.german = german;
    }

    public String german() {
        return german;
    }
}
