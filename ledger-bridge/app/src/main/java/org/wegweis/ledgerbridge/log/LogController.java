package org.wegweis.ledgerbridge.log;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.evidence.log.TilePath;

/**
 * The log as anybody may read it.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
@RestController
class LogController {
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().mustRevalidate();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LogStore log;
    private final Cosigned cosigned;

    LogController(LogStore log, Cosigned cosigned) {
        this.log = log;
        this.cosigned = cosigned;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        var note = cosigned.newest()
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "no-checkpoint-yet", "The log has no entries that are signed yet."));
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(note.bytes());
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        TilePath path;
        try {
            path = TilePath.parse(request.getRequestURI().substring(1));
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("No tile has that name (C2SP tlog-tiles).");
        }
        byte[] tile = log.read(path).orElseThrow(() -> Problem.notFound("The log is not that long yet."));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tile);
    }
}
