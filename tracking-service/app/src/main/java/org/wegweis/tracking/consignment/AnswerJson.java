package org.wegweis.tracking.consignment;

import org.wegweis.kernel.record.EventRecord;

/** The place that a statement got. */
record AnswerJson(String consignment, String id, String type, long version, long position, String recordedAt) {
    static AnswerJson of(EventRecord record) {
        return new AnswerJson(
                record.subject().toString(),
                record.id().toString(),
                record.type(),
                record.version(),
                record.position(),
                record.recordedAt().toString());
    }
}
