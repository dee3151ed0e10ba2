package org.wegweis.evidence.pack;

import java.time.Instant;
import java.util.Arrays;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;

/**
 * That a device's key was taken on: canonical JSON. The operator's word, with no name of a person in it.
 *
 * @param organisation for whom the device signs
 */
public record Enrolment(DeviceKey key, OrganisationId organisation, Instant enrolledAt) {

    /** @throws IllegalArgumentException unless the bytes are exactly what {@link #bytes} gives */
    public static Enrolment parse(byte[] bytes) {
        var fields = Fields.of(Json.parse(bytes));
        var enrolment = new Enrolment(
                DeviceKey.parse(fields.object("key")),
                fields.parsed("organisation", OrganisationId::parse),
                Instant.parse(fields.text("enrolledAt")));
        if (!Arrays.equals(enrolment.bytes(), bytes)) throw new IllegalArgumentException("not canonical");
        return enrolment;
    }

    public byte[] bytes() {
        return Json.Obj.of()
                .with("key", key.jwk())
                .with("organisation", organisation.toString())
                .with("enrolledAt", enrolledAt.toString())
                .canonicalBytes();
    }
}
