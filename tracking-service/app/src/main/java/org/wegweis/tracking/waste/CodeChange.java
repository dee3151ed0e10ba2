package org.wegweis.tracking.waste;

import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** What follows for a certificate whose code goes. */
public final class CodeChange {
    static final String ENGLISH = "The code goes. Which successor fits depends on the waste. Ask the plant's authority"
            + " whether the certificate can be changed to it, or declare anew under it (NachwV §3(1), §5); a load that"
            + " was picked up before goes through under the old code.";
    static final String GERMAN =
            "Der Schlüssel entfällt. Welcher Nachfolger passt, hängt vom Abfall ab. Bei der für die"
                    + " Entsorgungsanlage zuständigen Behörde ist zu klären, ob der Nachweis darauf geändert wird oder neu zu"
                    + " führen ist (NachwV §3 Abs. 1, §5); zuvor übernommene Ladungen laufen unter dem alten Schlüssel weiter.";

    private CodeChange() {}

    /** With the successors of the code and what must be asked, if it goes. */
    public static Json.Obj with(Json.Obj json, WasteCode code, WasteList list) {
        var successors = WasteList.successors(code.digits());
        if (successors.isEmpty()) return json;
        return json.with(
                "codeChange",
                Json.Obj.of()
                        .with("on", list.changes().toString())
                        .with("confirmed", false)
                        .with("successors", WasteCodeController.texts(successors))
                        .with("ask", ENGLISH)
                        .with("askGerman", GERMAN));
    }
}
