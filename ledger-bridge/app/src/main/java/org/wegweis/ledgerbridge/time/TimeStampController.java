package org.wegweis.ledgerbridge.time;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.time.TimeStampAuthority;

/** Time stamps of the log's heads as anybody may read them, and the built-in authority while it is in use. */
@RestController
class TimeStampController {
    private static final MediaType TOKEN = MediaType.parseMediaType("application/vnd.etsi.timestamp-token");
    private static final MediaType REPLY = MediaType.parseMediaType("application/timestamp-reply");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Many times what a query has. */
    private static final int LARGEST_QUERY = 16 << 10;

    private final TimeStamps timeStamps;
    private final TimeStampAuthority authority;

    TimeStampController(TimeStamps timeStamps, TimeStampAuthority authority) {
        this.timeStamps = timeStamps;
        this.authority = authority;
    }

    /** @param size of the head, as its checkpoint says it */
    @GetMapping("/time-stamp/{size}")
    ResponseEntity<byte[]> timeStamp(@PathVariable String size) {
        long head = Problem.parsed("size", size, Long::parseLong);
        var stamp = timeStamps.at(head).orElseThrow(() -> Problem.notFound("No head of that size has a time stamp."));
        return ResponseEntity.ok().cacheControl(FOR_EVER).contentType(TOKEN).body(stamp.der());
    }

    /** RFC 3161 §3.4. What is wrong about a query is said in the answer, as the standard has it. */
    @PostMapping(path = "/tsa", consumes = "application/timestamp-query")
    ResponseEntity<byte[]> stamp(HttpServletRequest request) throws IOException {
        if (!(authority instanceof TestAuthority own)) {
            throw Problem.notFound("The built-in test authority is not in use here.");
        }
        byte[] query = request.getInputStream().readNBytes(LARGEST_QUERY);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(REPLY)
                .body(own.answer(query));
    }
}
