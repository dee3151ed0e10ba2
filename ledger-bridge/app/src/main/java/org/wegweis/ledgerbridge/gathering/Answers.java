package org.wegweis.ledgerbridge.gathering;

import java.util.LinkedHashMap;
import java.util.List;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;

/** Reads what other services answer: a member that is null is one that is not there. */
final class Answers {
    private Answers() {}

    static Fields fields(Json json) {
        if (!(json instanceof Json.Obj(var members))) throw new WrongField("", "must be an object");
        var told = new LinkedHashMap<>(members);
        told.values().removeIf(Json.Null.class::isInstance);
        return Fields.of(new Json.Obj(told));
    }

    static List<Fields> objects(Fields fields, String name) {
        return objects(fields.take(name).orElseThrow(() -> new WrongField(fields.at(name), "is missing")));
    }

    static List<Fields> objects(Json json) {
        if (!(json instanceof Json.Arr(var items))) throw new WrongField("", "must be an array");
        return items.stream().map(Answers::fields).toList();
    }
}
