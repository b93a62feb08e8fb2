package dev.safelight.app;

import dev.safelight.core.text.SimilarWords;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.ModelName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code sora-2=animator,illustrator veo-3.1=animator}: the engines of each model. */
final class RouteText {
    private RouteText() {}

    /** @throws IllegalArgumentException with what would be right, as the end of a sentence */
    static Map<ModelName, List<EngineName>> read(Catalog catalog, String text) {
        var routes = new LinkedHashMap<ModelName, List<EngineName>>();
        for (var written : text.strip().split("\\s+", -1)) {
            if (written.isEmpty()) continue;
            int equals = written.indexOf('=');
            if (equals < 0)
                throw new IllegalArgumentException("must be like illustrator-1=illustrator");
            Model model = model(catalog, written.substring(0, equals));
            var engines = engines(able(catalog, model), model, written.substring(equals + 1));
            if (routes.put(model.name(), engines) != null)
                throw new IllegalArgumentException("may name " + model.name() + " once only");
        }
        return routes;
    }

    private static Model model(Catalog catalog, String name) {
        var all = catalog.models().stream().map(model -> model.name().text()).toList();
        var hint = SimilarWords.to(name, all).map(near -> "; did you mean " + near + "?");
        return catalog.model(new ModelName(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no such model" + hint.orElse("")));
    }

    private static List<EngineName> engines(Set<EngineName> able, Model model, String text) {
        var engines = new ArrayList<EngineName>();
        for (var name : text.split(",", -1)) {
            var engine = new EngineName(name);
            if (!able.contains(engine))
                throw new IllegalArgumentException(
                        "engines for " + model.name() + " are " + words(able));
            engines.add(engine);
        }
        return engines;
    }

    /** Those that some model of the same tool names. */
    private static Set<EngineName> able(Catalog catalog, Model model) {
        var able = new LinkedHashSet<EngineName>();
        for (var other : catalog.models())
            if (other.tool().equals(model.tool())) able.addAll(other.engines());
        return able;
    }

    private static String words(Set<EngineName> engines) {
        return String.join(", ", engines.stream().map(EngineName::text).toList());
    }
}
