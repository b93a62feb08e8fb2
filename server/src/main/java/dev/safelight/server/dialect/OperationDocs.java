package dev.safelight.server.dialect;

import dev.safelight.core.tool.Alias;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.BodyKind;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.input.InputSchema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Makes operations with their descriptions and schemas: a dialect's own from the {@code
 * operations.json} beside its classes, those of the catalog's tools with the fields that every
 * submit has there. A dialect that ignores unknown fields says {@code "unknownFields": "ignored"};
 * an operation that is {@code "paged"} also has the fields that the file lists as {@code "page"}.
 */
public final class OperationDocs {
    private static final String FILE = "operations.json";
    private static final String NAME = "{operation}";
    private final JsonNode file;

    private OperationDocs(JsonNode file) {
        this.file = file;
    }

    /**
     * Those of a face that submits nothing.
     *
     * @param face one of its classes: the file stands beside it
     */
    public static OperationDocs of(Class<?> face) {
        return new OperationDocs(read(face, FILE));
    }

    /** Those of a dialect; its file may say of a submit's fields what the kit says otherwise. */
    public static OperationDocs of(Class<?> dialect, SubmitFields fields) {
        var file = read(dialect, FILE);
        var submit = file.withObject("/submit");
        var known = read(OperationDocs.class, "submit-fields.json");
        fields.spellings().forEach((name, spelled) -> {
            var schema = (ObjectNode) known.get(name);
            submit.set(spelled, schema.setAll(submit.withObject("/" + spelled)));
        });
        return new OperationDocs(file);
    }

    private static ObjectNode read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            return (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the dialect's own operations, which the file must describe. */
    public Operation own(String name, Handler handler) {
        var described = (ObjectNode) file.get("operations").get(name);
        if (described == null) throw new IllegalArgumentException("not in " + FILE + ": " + name);
        var shown = JsonMapper.shared().createObjectNode().put("name", name);
        shown.setAll(described.deepCopy());
        var place = place(shown, name);
        if (shown.remove("paged") != null)
            ((ObjectNode) shown.get("input").get("properties")).setAll(fields("page"));
        var input = bounded((ObjectNode) shown.get("input"));
        return new Operation(name, place, shown, new InputSchema(input), handler);
    }

    /**
     * The operation that submits a task under a name of the catalog's.
     *
     * @param path where, with {@code {operation}} for its name
     * @param input as {@link #submitSchema} gives it
     */
    public Operation submit(Alias alias, String path, ObjectNode input, Handler handler) {
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
        shown.putArray("examples").addAll(alias.docs().examples());
        var place = new Operation.Place(
                "POST", path.replace(NAME, alias.name()), Access.SUBMIT, BodyKind.JSON);
        return new Operation(alias.name(), place, shown, new InputSchema(input), handler);
    }

    /** A name's own schema and the fields of every submit. */
    public ObjectNode submitSchema(Alias alias) {
        ObjectNode schema = alias.schema();
        ((ObjectNode) schema.get("properties")).setAll((ObjectNode) file.get("submit"));
        return bounded(schema);
    }

    /** The schemas of fields that the file lists under a name of the dialect's own. */
    public ObjectNode fields(String list) {
        return (ObjectNode) file.get(list).deepCopy();
    }

    /** Takes what says where an operation is out of its description. */
    private Operation.Place place(ObjectNode shown, String name) {
        String method = taken(shown, "method", "POST");
        String path = taken(shown, "path", file.path("path").asString(""));
        String usual = method.equals("GET") || method.equals("DELETE") ? "NONE" : "JSON";
        return new Operation.Place(
                method,
                path.replace(NAME, name),
                Access.valueOf(taken(shown, "access", "READ")),
                BodyKind.valueOf(taken(shown, "body", usual)));
    }

    private static String taken(ObjectNode from, String name, String usual) {
        JsonNode value = from.remove(name);
        return value == null ? usual : value.asString();
    }

    private ObjectNode bounded(ObjectNode schema) {
        schema.put("type", "object");
        boolean ignored = file.path("unknownFields").asString("").equals("ignored");
        if (ignored) schema.remove("additionalProperties");
        else schema.put("additionalProperties", false);
        return schema;
    }
}
