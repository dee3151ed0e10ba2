package org.wegweis.evidence.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.Hash;

/**
 * What a package lays open: canonical JSON.
 *
 * @param values personal values with their salts, and the number of the record that holds their digest
 * @param statementSalts salts of the signed statements by the number of their record
 */
public record Disclosures(List<Value> values, Map<Integer, Hash> statementSalts) {

    /** One personal value. */
    public record Value(int record, String name, Commitment commitment) {}

    public Disclosures {
        values = List.copyOf(values);
        long names = values.stream()
                .map(value -> value.record() + " " + value.name())
                .distinct()
                .count();
        if (names < values.size()) throw new IllegalArgumentException("a value is laid open twice");
        statementSalts = Map.copyOf(statementSalts);
    }

    /** @throws IllegalArgumentException unless the bytes are exactly what {@link #bytes} gives */
    public static Disclosures parse(byte[] bytes) {
        var fields = Fields.of(Json.parse(bytes));
        var values = new ArrayList<Value>();
        for (Fields value : items(fields, "values")) {
            values.add(new Value(
                    number(value),
                    value.text("name"),
                    new Commitment(value.text("value"), value.parsed("salt", Hash::parse))));
        }
        var salts = new TreeMap<Integer, Hash>();
        for (Fields statement : items(fields, "statements")) {
            salts.put(number(statement), statement.parsed("salt", Hash::parse));
        }
        var disclosures = new Disclosures(values, salts);
        if (!Arrays.equals(disclosures.bytes(), bytes)) throw new IllegalArgumentException("not canonical");
        return disclosures;
    }

    public byte[] bytes() {
        var valueItems = values.stream()
                .map(value -> Json.Obj.of()
                        .with("record", value.record())
                        .with("name", value.name())
                        .with("value", value.commitment().value())
                        .with("salt", value.commitment().salt().toString()))
                .toList();
        var statementItems = new TreeMap<>(statementSalts)
                .entrySet().stream()
                        .map(entry -> Json.Obj.of()
                                .with("record", entry.getKey())
                                .with("salt", entry.getValue().toString()))
                        .toList();
        return Json.Obj.of()
                .with("values", new Json.Arr(List.copyOf(valueItems)))
                .with("statements", new Json.Arr(List.copyOf(statementItems)))
                .canonicalBytes();
    }

    private static int number(Fields fields) {
        return Math.toIntExact(fields.integer("record"));
    }

    private static List<Fields> items(Fields fields, String name) {
        if (!(fields.take(name).orElse(null) instanceof Json.Arr(var items))) {
            throw new WrongField(fields.at(name), "must be an array");
        }
        return items.stream().map(item -> Fields.of(item, fields.at(name))).toList();
    }
}
