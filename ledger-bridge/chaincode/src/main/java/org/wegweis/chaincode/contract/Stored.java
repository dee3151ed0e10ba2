package org.wegweis.chaincode.contract;

import org.wegweis.kernel.json.Json;

/** Reads what the contract itself has stored; anything else in its place is a bug or a damaged state. */
record Stored(Json.Obj json) {

    static Stored parse(byte[] value) {
        return of(Json.parse(value));
    }

    static Stored of(Json value) {
        if (value instanceof Json.Obj object) return new Stored(object);
        throw new IllegalStateException("stored is no object");
    }

    boolean has(String name) {
        return json.members().containsKey(name);
    }

    String text(String name) {
        if (json.members().get(name) instanceof Json.Text(var value)) return value;
        throw new IllegalStateException("stored without " + name);
    }

    long number(String name) {
        if (json.members().get(name) instanceof Json.Num(var value)) return (long) value;
        throw new IllegalStateException("stored without " + name);
    }

    Stored object(String name) {
        if (json.members().get(name) instanceof Json.Obj object) return new Stored(object);
        throw new IllegalStateException("stored without " + name);
    }
}
