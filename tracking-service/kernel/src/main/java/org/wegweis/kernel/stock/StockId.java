package org.wegweis.kernel.stock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/**
 * Names a site's stock. It follows from the site's number, so that nobody begins a second one: laid out as a UUIDv7, but
 * made from SHA-256. Its millisecond means nothing and lies beyond the year 6000, where no clock is: see {@link #reserved}.
 */
public record StockId(UUID value) {
    private static final long BEYOND_ALL_CLOCKS = 0x8000_0000_0000_0000L;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public StockId {
        Uuid7.require(value);
    }

    public static StockId of(SiteNumber site) {
        var digest = ByteBuffer.wrap(Hash.sha256(("wegweis stock of " + site).getBytes(StandardCharsets.UTF_8))
                .bytes());
        long high = digest.getLong();
        long low = digest.getLong();
        return new StockId(new UUID((high & ~0xF000L) | BEYOND_ALL_CLOCKS | VERSION, (low >>> 2) | VARIANT));
    }

    /** Whether the id could be a stock's, so that nobody may begin anything else under it. */
    public static boolean reserved(UUID id) {
        return (id.getMostSignificantBits() & BEYOND_ALL_CLOCKS) != 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
