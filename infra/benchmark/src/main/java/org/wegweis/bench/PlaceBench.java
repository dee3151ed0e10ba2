package org.wegweis.bench;

import java.util.Iterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Place;

/** What the log reads of a record, beside reading all of it. */
@State(Scope.Thread)
public class PlaceBench {
    private final byte[] record = record();

    private static byte[] record() {
        Iterator<EventRecord> records = new RecordStream(1, 1).iterator();
        records.next();
        return records.next().encode();
    }

    @Benchmark
    public Place place() {
        return Place.of(record);
    }

    @Benchmark
    public EventRecord parse() {
        return EventRecord.parse(record);
    }
}
