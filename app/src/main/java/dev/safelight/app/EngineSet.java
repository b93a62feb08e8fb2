package dev.safelight.app;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ModelName;
import dev.safelight.core.tool.Routes;
import dev.safelight.engines.absent.AbsentEngine;
import dev.safelight.server.home.HomeFace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engines of this process: those that are here, and a stand-in for each that is named only. */
final class EngineSet {
    private final Map<EngineName, Engine> here = new LinkedHashMap<>();
    private final Catalog catalog;
    private final Routes routes;

    /** @param chosen the operator's lists of engines, by model */
    EngineSet(Catalog catalog, Map<ModelName, List<EngineName>> chosen, Engine... engines) {
        this.catalog = catalog;
        for (var engine : engines) here.put(engine.name(), engine);
        routes = new Routes(chosen, here.keySet());
    }

    /** Where submits go, and what each engine says of them; an absent one takes all and fails. */
    Tasks.Offer offer() {
        return new Tasks.Offer(routes, this::admission);
    }

    private Admission admission(EngineName name) {
        var engine = here.get(name);
        return engine == null ? Admission.OF_ALL : engine.admission();
    }

    /** What is offered, and who makes it, for people. */
    List<HomeFace.Offered> offered() {
        var offered = new ArrayList<HomeFace.Offered>();
        for (var tool : catalog.tools()) {
            var engine = routes.engineOf(catalog.standard(tool.name()).orElseThrow());
            offered.add(new HomeFace.Offered(
                    tool.name().text(), tool.title(), engine.text(), here.containsKey(engine)));
        }
        return offered;
    }

    /** One for every name that a task can have been routed to. */
    List<Engine> all() {
        var names = new ArrayList<>(catalog.engines());
        routes.chosen().values().forEach(names::addAll);
        var all = new LinkedHashMap<>(here);
        for (var name : names) all.computeIfAbsent(name, AbsentEngine::new);
        return List.copyOf(all.values());
    }
}
