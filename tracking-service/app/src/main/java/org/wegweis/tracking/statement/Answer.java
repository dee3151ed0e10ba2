package org.wegweis.tracking.statement;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.wegweis.tracking.store.StoredRecord;

/** A statement that has its record: now, or since the first time that it came. */
public record Answer(StoredRecord stored, boolean known) {

    /**
     * Over HTTP: 201 for what was recorded now, 200 for the first answer once more.
     *
     * @param location where what was stated can be read
     */
    public <J> ResponseEntity<J> entity(String location, J json) {
        return known
                ? ResponseEntity.ok(json)
                : ResponseEntity.created(URI.create(location)).body(json);
    }
}
