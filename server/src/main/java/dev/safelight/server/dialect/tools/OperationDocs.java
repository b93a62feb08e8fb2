package dev.safelight.server.dialect.tools;

import dev.safelight.core.tool.Tool;
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
    Operation submit(Tool tool, Handler handler) {
        ObjectNode input = submitSchema(tool);
        var shown = JsonMapper.shared().createObjectNode();
        shown.put("name", ToolNames.of(tool));
        shown.put("title", tool.title());
        shown.put("description", tool.description());
        shown.set("input", input);
        shown.set("output", tool.outputSchema());
        shown.set("price", tool.definition().get("price"));
        shown.put("typicalSeconds", tool.typical().toSeconds());
        shown.put("deadlineSeconds", tool.deadline().toSeconds());
        shown.put("session", tool.needsSession() ? "required" : "optional");
        shown.set("examples", tool.definition().get("examples"));
        return new Operation(
                ToolNames.of(tool), Access.SUBMIT, shown, new InputSchema(input), handler);
    }

    /** The tool's own schema and the fields of every submit. */
    ObjectNode submitSchema(Tool tool) {
        var schema = (ObjectNode) tool.inputSchema().deepCopy();
        ((ObjectNode) schema.get("properties")).setAll((ObjectNode) file.get("submit"));
        if (tool.needsSession()) schema.withArray("required").add("workerId");
        return schema;
    }

    private static ObjectNode closed(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        return schema;
    }
}
