package org.wegweis.door;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows in {@code /v3/api-docs} what a body may look like. The file has one example for each method and path, for instance
 * {@code "POST /api/certificates"}.
 */
final class BodyExamples implements OpenApiCustomizer {
    private final Map<String, Object> examples;

    /** @param file absent if the service takes no bodies */
    BodyExamples(Resource file, JsonMapper json) {
        try {
            examples = file.exists()
                    ? json.readValue(file.getContentAsByteArray(), new TypeReference<Map<String, Object>>() {})
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) return;
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var example = examples.get(method + " " + path);
                    if (example != null) show(operation, example);
                }));
    }

    private static void show(Operation operation, Object example) {
        var body = operation.getRequestBody();
        if (body == null) return;
        body.setContent(new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                        new MediaType().schema(new ObjectSchema()).example(example)));
    }
}
