package dev.safelight.server.dialect.tools;

import dev.safelight.core.tool.Tool;
import dev.safelight.server.http.Access;
import dev.safelight.server.http.Face;
import dev.safelight.server.http.Route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the dialect together: one route for each operation. */
public final class ToolsFace {
    /** What the secrets that sign list cursors are asked for by. */
    public static final String CURSOR_SECRETS = Cursors.PURPOSE;

    static final String DIALECT = "tools";
    private static final String BASE = "/api/v1";
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Sheet sheet = Sheet.read();

    private ToolsFace() {}

    /** The dialect over these ports. */
    public static Face of(ToolsPorts ports) {
        return new ToolsFace().build(ports);
    }

    /** What a tool of the catalog is called here. */
    static String nameOf(Tool tool) {
        var names = tool.aliases(DIALECT);
        return names.isEmpty() ? tool.name().text() : names.getFirst();
    }

    private Face build(ToolsPorts ports) {
        var sessions = new KnownSessions(ports.shelves().sessions());
        var rendering = new TaskJson(ports.offer().catalog());
        var names = new Names(ports.offer().catalog(), operations.keySet());
        addTasks(ports, sessions, rendering, names);
        addSubmits(ports, sessions);
        var catalog = new CatalogOperations(operations, names, sheet, sessions);
        add(sheet.own("estimate-task", catalog::estimate));
        add(sheet.own("list-tools", catalog::list));
        add(sheet.own("describe-tool", catalog::describe));
        var routes = new ArrayList<Route>();
        operations.values().forEach(operation -> routes.add(operation.route()));
        routes.add(Route.post(BASE + "/tools/*/execute", Access.READ, call -> {
            throw catalog.unknown(call.segment(0));
        }));
        return new Face(BASE, new ToolsEnvelope(), routes);
    }

    private void addTasks(
            ToolsPorts ports, KnownSessions sessions, TaskJson rendering, Names names) {
        var tasks = ports.work().tasks();
        var looks = new LookOperations(ports);
        var one = new TaskOperations(tasks, rendering);
        var cursors = new Cursors(ports.source().secrets());
        var many = new ListOperation(tasks, sessions, names, cursors, rendering);
        var session =
                new SessionOperations(ports.shelves().sessions(), ports.source().ids());
        add(sheet.own("create-session", session::create));
        add(sheet.own("get-task-status", one::status));
        add(sheet.own("wait-for-task", new WaitOperation(ports, rendering)::await));
        add(sheet.own("cancel-task", one::cancel));
        add(sheet.own("list-tasks", many::list));
        add(sheet.own("download-asset", looks::download));
        add(sheet.own("list-voices", looks::voices));
        add(sheet.own("get-credit-balance", looks::balance));
    }

    private void addSubmits(ToolsPorts ports, KnownSessions sessions) {
        var submits = new Submits(ports.work().tasks(), sessions);
        for (var tool : ports.offer().catalog().tools())
            add(sheet.submit(tool, call -> submits.submit(tool, call)));
    }

    private void add(Operation operation) {
        operations.put(operation.name(), operation);
    }
}
