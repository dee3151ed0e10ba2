package org.wegweis.evidence.pack;

import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;

/**
 * The public P-256 key of a device, with which it signs statements.
 *
 * @param x coordinate, 32 bytes big-endian
 * @param y coordinate, 32 bytes big-endian
 */
public record DeviceKey(Hash x, Hash y) {
    private static final Es256 ES256 = Es256.fastest();

    /**
     * Reads a JWK (RFC 7517); members beside {@code kty}, {@code crv}, {@code x} and {@code y} are let go.
     *
     * @throws IllegalArgumentException unless it is a public P-256 key
     */
    static DeviceKey parse(Fields fields) {
        if (!fields.text("kty").equals("EC") || !fields.text("crv").equals("P-256")) {
            throw new IllegalArgumentException("not a P-256 key");
        }
        return new DeviceKey(fields.parsed("x", Hash::parse), fields.parsed("y", Hash::parse));
    }

    /** The four members that make the key, canonical: what RFC 7638 §3 hashes. */
    Json.Obj jwk() {
        return Json.Obj.of()
                .with("crv", "P-256")
                .with("kty", "EC")
                .with("x", x.toString())
                .with("y", y.toString());
    }

    /** RFC 7638. */
    public Hash thumbprint() {
        return Hash.sha256(jwk().canonicalBytes());
    }

    /** Whether this key made that ES256 signature; only the form of exactly 64 bytes counts (RFC 7518 §3.4). */
    public boolean made(byte[] signature, byte[] message) {
        return ES256.holds(this, signature, message);
    }
}
