package org.wegweis.ledgerbridge.ordering;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;

/** Where an operator has the log rebuilt, and sees how that goes. */
@RestController
class RebuildController {
    private final Rebuilding rebuilding;

    RebuildController(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
    }

    /**
     * How it stands.
     *
     * @param state {@code never}, {@code under-way}, {@code done} or {@code refused}: the last one since the start
     * @param source {@code topic} or {@code store}
     * @param size how many records the log has
     * @param tiles how many of the tiles were not as they are now
     * @param why nothing was changed
     */
    record RebuildJson(
            String state,
            @Nullable String source,
            @Nullable Long size,
            @Nullable Long tiles,
            @Nullable String why) {}

    @PostMapping("/api/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildJson rebuild(Caller caller) {
        if (!rebuilding.begin(caller.token())) {
            throw new Problem(HttpStatus.CONFLICT, "rebuild-under-way", "The log is being rebuilt already.");
        }
        return underWay();
    }

    @GetMapping("/api/rebuild")
    RebuildJson state() {
        if (rebuilding.isUnderWay()) return underWay();
        return rebuilding
                .last()
                .map(outcome -> switch (outcome) {
                    case Rebuild.Outcome.Done(String source, long size, long tiles) ->
                        new RebuildJson("done", source, size, tiles, null);
                    case Rebuild.Outcome.Refused(String source, String why) ->
                        new RebuildJson("refused", source, null, null, why);
                })
                .orElse(new RebuildJson("never", null, null, null, null));
    }

    private static RebuildJson underWay() {
        return new RebuildJson("under-way", null, null, null, null);
    }
}
