package org.wegweis.ledgerbridge.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.ledgerbridge.gathering.Subject;

/** Packages out to those entitled; packages in from anybody, judged against this service's own trust. */
@RestController
class EvidenceController {
    private static final MediaType ASIC_E = MediaType.parseMediaType(Container.MEDIA_TYPE);

    private final Packages packages;
    private final Trust trust;
    private final InstantSource clock;
    /** Anybody may ask for that; so those who make packages have places of their own. */
    private final Workbench judging = new Workbench(4);

    private final Workbench making = new Workbench(3);

    EvidenceController(Packages packages, Trust trust, InstantSource clock) {
        this.packages = packages;
        this.trust = trust;
        this.clock = clock;
    }

    /** @param kind as tracking-service calls them, for example {@code consignments} */
    @GetMapping("/api/{kind:consignments|certificates|transfer-notes|permits|outages|stocks}/{id}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable String kind, @PathVariable String id, Caller caller) {
        if (kind.equals("stocks")) Problem.parsed("id", id, SiteNumber::new);
        else Problem.parsed("id", id, Uuid7::parse);
        byte[] file = making.use(() -> packages.of(new Subject(kind, id), caller));
        var name = ContentDisposition.attachment()
                .filename("wegweis-" + id + ".asice")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(ASIC_E)
                .body(file);
    }

    /** The body is the package's bytes, whatever media type they are sent as. */
    @PostMapping("/verify")
    Json.Obj verify(HttpServletRequest request) {
        return judging.use(() -> judged(body(request)));
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Json.Obj judged(byte[] file) {
        var report = Verification.verify(file, Optional.of(trust), clock.instant());
        if (report.outcome() == Report.Outcome.UNREADABLE) {
            var why = report.steps().getFirst().sentence();
            throw new Problem(HttpStatus.BAD_REQUEST, "unreadable-package", why.english()).by("", why.german());
        }
        return report.json();
    }
}
