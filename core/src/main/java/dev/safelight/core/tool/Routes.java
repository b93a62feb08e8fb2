package dev.safelight.core.tool;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which engine makes what on this installation.
 *
 * @param chosen the operator's own lists, instead of the catalog's
 * @param installed the engines that are here
 */
public record Routes(Map<ModelName, List<EngineName>> chosen, Set<EngineName> installed) {
    public Routes {
        chosen = Map.copyOf(chosen);
        installed = Set.copyOf(installed);
    }

    /** As the catalog has them. */
    public static Routes over(Set<EngineName> installed) {
        return new Routes(Map.of(), installed);
    }

    /** The first of the model's engines that is here, else the last: it tells what is missing. */
    public EngineName engineOf(Model model) {
        var engines = chosen.getOrDefault(model.name(), model.engines());
        for (var engine : engines) if (installed.contains(engine)) return engine;
        return engines.getLast();
    }
}
