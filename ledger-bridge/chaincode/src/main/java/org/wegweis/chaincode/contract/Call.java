package org.wegweis.chaincode.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A function's name and what it is given. */
record Call(List<byte[]> parts) {
    private static final int LONGEST_NAME = 32;

    /** Empty if there is no name that a function could have. */
    String function() {
        if (parts.isEmpty() || parts.getFirst().length > LONGEST_NAME) return "";
        return new String(parts.getFirst(), StandardCharsets.UTF_8);
    }

    /** The arguments under their names; those after the needed ones may be left out, from the last on. */
    Arguments takes(int needed, String... names) {
        var values = parts.subList(1, parts.size());
        if (values.size() < needed || values.size() > names.length) {
            throw new Refused(
                    Fault.MALFORMED_ARGUMENT,
                    function() + " takes " + String.join(", ", names) + ", the first " + needed + " needed");
        }
        return new Arguments(List.of(names), values);
    }

    record Arguments(List<String> names, List<byte[]> values) {

        Argument at(int place) {
            return new Argument(names.get(place), values.get(place));
        }

        String origin() {
            return at(0).origin();
        }

        String originOrNone() {
            return values.isEmpty() ? "" : origin();
        }

        long numberOr(int place, long otherwise) {
            return place < values.size() ? at(place).number() : otherwise;
        }

        int mostOrAll(int place) {
            return place < values.size() ? at(place).most() : Argument.MOST;
        }
    }
}
