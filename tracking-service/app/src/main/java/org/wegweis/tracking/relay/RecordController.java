package org.wegweis.tracking.relay;

import java.util.Base64;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.tracking.store.RecordStore;

/** All records by their position, as the relay publishes them: for whoever checks or rebuilds what was made of them. */
@RestController
class RecordController {
    private static final int MOST = 1_000;

    private final RecordStore store;

    RecordController(RecordStore store) {
        this.store = store;
    }

    /**
     * The exact bytes of the records from a position on, Base64, in order and without gaps; none beyond the last one.
     *
     * @param most 1 to 1,000
     */
    @GetMapping("/api/records")
    List<String> records(@RequestParam long from, @RequestParam(defaultValue = "1000") int most) {
        if (from < 0) throw Problem.wrongField("from", "must be 0 or more");
        if (most < 1 || most > MOST) throw Problem.wrongField("most", "must be 1 to " + MOST);
        return store.from(from, most).stream()
                .map(stored -> Base64.getEncoder().encodeToString(stored.bytes()))
                .toList();
    }
}
