package dev.safelight.server.dialect.tools;

import dev.safelight.core.text.SimilarWords;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.ModelName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.server.dialect.SubmitFields;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names by which things can be executed here. */
final class ToolNames {
    /** By which the catalog knows this dialect's aliases. */
    static final String DIALECT = "tools";

    /** What every submit may have beside the fields of its tool. */
    static final SubmitFields FIELDS =
            new SubmitFields("priority", "startDeadlineSeconds", "runDeadlineSeconds", "metadata");

    private final Catalog catalog;
    private final Collection<String> all;

    /** @param all every name that can be executed, for suggestions; read whenever one is made */
    ToolNames(Catalog catalog, Collection<String> all) {
        this.catalog = catalog;
        this.all = all;
    }

    /** Every name of the catalog's in this dialect. */
    List<Alias> aliases() {
        return catalog.aliases(DIALECT);
    }

    /** A tool of the catalog by its name in this dialect or its canonical one. */
    Optional<Alias> tool(String name) {
        return catalog.alias(DIALECT, name)
                .or(() -> catalog.aliasOf(DIALECT, new ToolName(name), new ModelName("")));
    }

    /** What to say about a name that nothing has. */
    String unknown(String name) {
        return "There is no such tool. "
                + SimilarWords.to(name, all)
                        .map(nearest -> "Did you mean '" + nearest + "'?")
                        .orElse("Ask list-tools for all of them.");
    }
}
