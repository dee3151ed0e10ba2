package org.wegweis.ledgerbridge.log;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.witness.AddCheckpoint;

/**
 * The log as anybody may read it: never more of it than the newest signed head covers, so that what is called immutable
 * is.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 * @see <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a>
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, for the form of a consistency proof</a>
 */
@RestController
class LogController {
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().mustRevalidate();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** At most 18 digits, which every long has room for. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final LogStore log;
    private final Cosigned cosigned;

    LogController(LogStore log, Cosigned cosigned) {
        this.log = log;
        this.cosigned = cosigned;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(latest().toString());
    }

    /** Proof that an entry is in the log of the newest checkpoint. */
    @GetMapping("/tlog-proof/{index}")
    ResponseEntity<byte[]> proof(@PathVariable String index) {
        long entry = Problem.parsed("index", index, LogController::number);
        var checkpoint = latest();
        long size = size(checkpoint);
        if (entry >= size) throw notSignedYet("The newest checkpoint covers the entries below " + size + ".");
        return text(new LogProof(entry, log.tree().inclusionProof(entry, size), checkpoint).toString());
    }

    /** Proof that the log of the newest checkpoint extends the log of that size. */
    @GetMapping("/consistency")
    ResponseEntity<byte[]> consistency(@RequestParam String old) {
        long from = Problem.parsed("old", old, LogController::number);
        var checkpoint = latest();
        long size = size(checkpoint);
        if (from > size) throw notSignedYet("The newest checkpoint is of " + size + " entries.");
        List<TreeHash> path = from == 0 ? List.of() : log.tree().consistencyProof(from, size);
        return text(new AddCheckpoint(from, path, checkpoint).toString());
    }

    private Note latest() {
        return cosigned.newest()
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "no-checkpoint-yet", "The log has no entries that are signed yet."));
    }

    private static long size(Note checkpoint) {
        return Checkpoint.parse(checkpoint.text()).head().size();
    }

    private static Problem notSignedYet(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-signed-yet", detail);
    }

    /** Only the spelling that the specifications allow: ASCII digits without a leading zero. */
    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) throw new IllegalArgumentException("needs a decimal number");
        return Long.parseLong(text);
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .cacheControl(SHORT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        TilePath path;
        try {
            path = TilePath.parse(request.getRequestURI().substring(1));
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("No tile has that name (C2SP tlog-tiles).");
        }
        byte[] tile = cosigned.newest()
                .filter(checkpoint -> path.isIn(size(checkpoint)))
                .flatMap(_ -> log.read(path))
                .orElseThrow(() -> Problem.notFound("The log is not that long yet."));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tile);
    }
}
