package org.wegweis.chaincode.contract;

import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.json.Json;

/** What lies on the ledger, for whoever looks. */
record Reading(ReadableState state) {

    Answer get(String origin, long size) {
        log(origin);
        return seal(state.get(Keys.seal(origin, size)));
    }

    Answer latest(String origin) {
        log(origin);
        return seal(state.get(Keys.latest(origin))
                .map(Stored::parse)
                .map(SignedHead::head)
                .flatMap(head -> state.get(Keys.seal(origin, head.size()))));
    }

    Answer history(String origin, long above, int most) {
        log(origin);
        return list("seals", state.between(Keys.seal(origin, above + 1), Keys.afterSeals(origin), most));
    }

    Answer equivocations(String origin, long above, int most) {
        log(origin);
        return list(
                "equivocations",
                state.between(Keys.firstEquivocation(origin, above + 1), Keys.afterEquivocations(origin), most));
    }

    Answer changes(String origin, long from, int most) {
        log(origin);
        return list("changes", state.between(Keys.change(origin, from), Keys.afterChanges(origin), most));
    }

    Answer logs(String after, int most) {
        return list("logs", state.between(Keys.firstLogAfter(after), Keys.afterLogs(), most));
    }

    Answer log(String origin) {
        var log = Registry.require(state.get(Keys.log(origin)));
        return new Answer.Given(Json.Obj.of().with("answer", "log").with("log", log.json()));
    }

    static Answer seal(Json.Obj seal, String answer) {
        return new Answer.Given(Json.Obj.of().with("answer", answer).with("seal", seal));
    }

    private static Answer seal(Optional<byte[]> seal) {
        return seal.map(Stored::parse)
                .map(stored -> seal(stored.json(), "seal"))
                .orElseGet(() -> new Answer.Given(Json.Obj.of().with("answer", "nothing")));
    }

    private static Answer list(String name, List<byte[]> values) {
        List<Json> items = values.stream().map(Json::parse).toList();
        return new Answer.Given(Json.Obj.of().with("answer", name).with(name, new Json.Arr(items)));
    }
}
