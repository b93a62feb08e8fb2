package dev.safelight.server.dialect.tasks;

import dev.safelight.core.text.SimilarWords;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;

import java.util.List;
import java.util.Optional;

/** The models by the names that callers give. */
final class ModelNames {
    /** By which the catalog knows this dialect's names. */
    static final String DIALECT = "tasks";

    private static final int LONGEST_SHOWN = 60;
    private final Catalog catalog;

    ModelNames(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Alias> all() {
        return catalog.aliases(DIALECT);
    }

    Optional<Alias> find(String name) {
        return catalog.alias(DIALECT, name);
    }

    /** What to say about a name that nothing has. */
    String unknown(String name) {
        String shown =
                name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        var known = all().stream().map(Alias::name).toList();
        return "model \"" + shown + "\" is not a multimodal task model"
                + SimilarWords.to(name, known)
                        .map(nearest -> "; did you mean \"" + nearest + "\"?")
                        .orElse("; GET /v1/models lists those that are.");
    }
}
