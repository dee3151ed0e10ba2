package org.wegweis.kernel.statement;

import java.util.SortedMap;
import java.util.TreeMap;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;

/** What every record's {@code data} says of its statement: the salted digests of personal values. */
public final class StatementJson {
    private static final String DIGESTS = "digests";

    private StatementJson() {}

    public static Json.Obj withDigests(Json.Obj data, Statement statement) {
        if (statement.digests().isEmpty()) return data;
        var digests = Json.Obj.of();
        for (var digest : statement.digests().entrySet()) {
            digests = digests.with(digest.getKey().text(), digest.getValue().toString());
        }
        return data.with(DIGESTS, digests);
    }

    /** Takes the digests from a record's data. */
    public static SortedMap<PersonalValue, Hash> takeDigests(Fields data) {
        var digests = new TreeMap<PersonalValue, Hash>();
        data.optionalObject(DIGESTS)
                .ifPresent(fields -> fields.names()
                        .forEach(name -> digests.put(
                                fields.named(name, PersonalValue::parse), fields.parsed(name, Hash::parse))));
        return digests;
    }
}
