package org.wegweis.door;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.wegweis.kernel.json.Json;

/** Bodies as the kernel's strict JSON, for doors whose documents end up in records. */
final class KernelJsonConverter extends AbstractHttpMessageConverter<Json> {
    KernelJsonConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Json.class.isAssignableFrom(type);
    }

    @Override
    protected Json readInternal(Class<? extends Json> type, HttpInputMessage input) throws IOException {
        Json json;
        try {
            json = Json.parse(input.getBody().readAllBytes());
        } catch (IllegalArgumentException e) {
            throw new HttpMessageNotReadableException("not strict JSON", e, input);
        }
        if (type.isInstance(json)) return json;
        throw Problem.wrongField("", type == Json.Arr.class ? "must be an array" : "must be an object");
    }

    @Override
    protected void writeInternal(Json json, HttpOutputMessage output) throws IOException {
        output.getBody().write(json.canonicalBytes());
    }
}
