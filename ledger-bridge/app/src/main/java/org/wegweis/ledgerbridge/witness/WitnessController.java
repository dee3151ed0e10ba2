package org.wegweis.ledgerbridge.witness;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessRules.Answer;
import org.wegweis.kernel.json.Json;

/**
 * The witness as other logs see it; its submission and its monitoring prefix are both {@code /witness}.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
@RestController
@RequestMapping("/witness")
class WitnessController {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Witness witness;
    /** Anybody may ask, and each request holds a connection of the database for a moment. */
    private final Semaphore judging = new Semaphore(4);

    WitnessController(Witness witness) {
        this.witness = witness;
    }

    /** The body is the request's text, whatever media type it is sent as. */
    @PostMapping("/add-checkpoint")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException, InterruptedException {
        AddCheckpoint asked;
        try {
            asked = AddCheckpoint.parse(request.getInputStream().readNBytes(AddCheckpoint.MOST_BYTES + 1));
        } catch (IllegalArgumentException e) {
            throw malformed("This is no add-checkpoint request: " + e.getMessage() + ".");
        }
        if (!judging.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Other logs are being heard. Ask again shortly.")
                    .retryAfter(PATIENCE);
        }
        try {
            return answer(witness.add(asked));
        } finally {
            judging.release();
        }
    }

    private static ResponseEntity<byte[]> answer(Witness.Reply reply) {
        return switch (reply.answer()) {
            case Answer.Cosign() ->
                ResponseEntity.ok()
                        .contentType(TEXT)
                        .body(utf8(reply.lines().stream()
                                .map(NoteSignature::toString)
                                .collect(Collectors.joining("\n", "", "\n"))));
            case Answer.OtherSize(long size) ->
                ResponseEntity.status(HttpStatus.CONFLICT).contentType(SIZE).body(utf8(size + "\n"));
            case Answer.Malformed() -> throw malformed("It is no checkpoint, or its size is below the old size.");
            case Answer.NotSigned() ->
                throw new Problem(
                        HttpStatus.FORBIDDEN,
                        "not-signed-by-log",
                        "No key that is trusted for this origin has signed the checkpoint, or a line is not genuine.");
            case Answer.UnknownLog() ->
                throw new Problem(HttpStatus.NOT_FOUND, "unknown-log", "No log of this origin is witnessed here.");
            case Answer.Inconsistent() ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "inconsistent-checkpoint",
                        "It is not shown that the checkpoint extends the one that was cosigned last.");
        };
    }

    private static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-request", detail).at("");
    }

    /** The witness's keys, a line each, to hand over to operators of logs. */
    @GetMapping
    ResponseEntity<byte[]> keys() {
        if (witness.keys().isEmpty()) throw Problem.notFound("No log is witnessed here.");
        return text(witness.keys().stream().map(NoteKey::toString).collect(Collectors.joining("\n", "", "\n")));
    }

    @GetMapping("/{originHash:[0-9a-f]{64}}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable String originHash) {
        return text(witness.latest(originHash)
                .orElseThrow(() -> Problem.notFound("No checkpoint of such a log was cosigned here."))
                .toString());
    }

    /** Evidence is meant to be shown. */
    @GetMapping("/equivocations")
    Json.Arr equivocations() {
        return new Json.Arr(witness.equivocations().stream()
                .<Json>map(one -> Json.Obj.of()
                        .with("origin", one.origin())
                        .with("size", one.size())
                        .with("seenAt", one.seenAt().toString())
                        .with(
                                "notes",
                                new Json.Arr(List.of(
                                        new Json.Text(one.first().toString()),
                                        new Json.Text(one.second().toString())))))
                .toList());
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().mustRevalidate())
                .contentType(TEXT)
                .body(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
