package dev.safelight.server.input;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema 2020-12 of an input. Compiled at its first use, for start is dear; then read by
 * all threads.
 */
public final class InputSchema {
    private final ObjectNode definition;
    private volatile @Nullable Schema compiled;

    public InputSchema(ObjectNode definition) {
        this.definition = definition;
    }

    /** As it is shown to people and programs. */
    public ObjectNode definition() {
        return definition;
    }

    /**
     * Takes what was sent: null for a field that may be left out is removed, for that is what its
     * sender means.
     *
     * @throws Refusal that names every field that is wrong and what is allowed
     */
    public void accept(ObjectNode input) {
        AbsentFields.remove(input, definition);
        check(input);
    }

    void check(JsonNode input) {
        var found = compiled().validate(input);
        if (found.isEmpty()) return;
        throw new Refusal(Problem.invalid(Wording.of(found, definition)));
    }

    private Schema compiled() {
        Schema known = compiled;
        if (known != null) return known;
        synchronized (this) {
            known = compiled;
            if (known == null) {
                known = Registry.OFFLINE.getSchema(definition);
                compiled = known;
            }
        }
        return known;
    }

    /** Made when the first schema is compiled. */
    private static final class Registry {
        private static final SchemaRegistry OFFLINE = SchemaRegistry.withDialect(
                // What kind of file an id names is for people and for the dialects.
                Dialect.builder(Dialects.getDraft202012())
                        .keyword(new AnnotationKeyword("media"))
                        .build(),
                // Without a loader, a reference to elsewhere is an error and not a download.
                builder -> builder.schemaLoader(loader -> loader.allow(iri -> false)));
    }
}
