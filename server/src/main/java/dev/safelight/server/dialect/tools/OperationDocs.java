package dev.safelight.server.dialect.tools;

import dev.safelight.core.tool.Alias;
import dev.safelight.server.http.Access;
import dev.safelight.server.http.Handler;
import dev.safelight.server.input.InputSchema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Makes operations with their descriptions and schemas: the dialect's own from {@code
 * operations.json}, those of the catalog's tools with the fields that every submit has.
 */
final class OperationDocs {
    private final JsonNode file;

    private OperationDocs(JsonNode file) {
        this.file = file;
    }

    static OperationDocs read() {
        try (InputStream in = OperationDocs.class.getResourceAsStream("operations.json")) {
            if (in == null) throw new IllegalStateException("operations.json is missing");
            return new OperationDocs(JsonMapper.shared().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the dialect's own operations, which the file must describe. */
    Operation own(String name, Handler handler) {
        var described = (ObjectNode) file.get("operations").get(name);
        if (described == null)
            throw new IllegalArgumentException("not in operations.json: " + name);
        var shown = JsonMapper.shared().createObjectNode().put("name", name);
        shown.setAll(described);
        var access = Access.valueOf(shown.remove("access").asString());
        var input = closed((ObjectNode) shown.get("input"));
        return new Operation(name, access, shown, new InputSchema(input), handler);
    }

    /** The operation that submits a task for a tool of the catalog. */
    Operation submit(Alias alias, Handler handler) {
        ObjectNode input = submitSchema(alias);
        var tool = alias.tool();
        var shown = JsonMapper.shared().createObjectNode();
        shown.put("name", alias.name());
        shown.put("title", alias.docs().title());
        shown.put("description", alias.docs().description());
        shown.set("input", input);
        shown.set("output", tool.docs().output());
        shown.set("price", tool.docs().price());
        shown.put("typicalSeconds", alias.model().typical().toSeconds());
        shown.put("deadlineSeconds", tool.deadline().toSeconds());
        shown.put("session", needsSession(alias) ? "required" : "optional");
        shown.putArray("examples").addAll(alias.docs().examples());
        return new Operation(alias.name(), Access.SUBMIT, shown, new InputSchema(input), handler);
    }

    /** The tool's own schema and the fields of every submit. */
    ObjectNode submitSchema(Alias alias) {
        var schema = alias.schema();
        ((ObjectNode) schema.get("properties")).setAll((ObjectNode) file.get("submit"));
        if (needsSession(alias)) schema.withArray("required").add("workerId");
        return schema;
    }

    private static boolean needsSession(Alias alias) {
        return alias.data().path("session").asString("").equals("required");
    }

    private static ObjectNode closed(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        return schema;
    }
}
