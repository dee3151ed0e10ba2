package org.wegweis.tracking.statement;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.wegweis.kernel.json.Json;
import org.wegweis.tracking.store.StoredRecord;

/** A statement that has its record: now, or since the first time that it came. */
public record Answer(StoredRecord stored, boolean known) {

    public UUID subject() {
        return stored.parsed().subject();
    }

    /**
     * The place that the statement got.
     *
     * @param name what the subject is called, for example {@code certificate}
     */
    public Json.Obj json(String name) {
        var record = stored.parsed();
        return Json.Obj.of()
                .with(name, record.subject().toString())
                .with("id", record.id().toString())
                .with("type", record.type())
                .with("version", record.version())
                .with("position", record.position())
                .with("recordedAt", record.recordedAt().toString());
    }

    /**
     * The same over HTTP: 201 for what was recorded now, 200 for the first answer once more.
     *
     * @param location where what was stated can be read
     */
    public ResponseEntity<Json.Obj> entity(String name, String location) {
        return known
                ? ResponseEntity.ok(json(name))
                : ResponseEntity.created(URI.create(location)).body(json(name));
    }
}
