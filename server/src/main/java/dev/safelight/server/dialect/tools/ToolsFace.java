package dev.safelight.server.dialect.tools;

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

    private static final String BASE = "/api/v1";
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final OperationDocs docs = OperationDocs.read();

    private ToolsFace() {}

    /** The dialect over these ports. */
    public static Face of(ToolsPorts ports) {
        return new ToolsFace().build(ports);
    }

    private Face build(ToolsPorts ports) {
        var sessions = new KnownSessions(ports.data().sessions());
        var rendering = new TaskJson(ports.offer().catalog());
        var names = new ToolNames(ports.offer().catalog(), operations.keySet());
        addTasks(ports, sessions, rendering, names);
        addSubmits(ports, sessions);
        var catalog = new CatalogOperations(operations, names, docs, sessions);
        add(docs.own("estimate-task", catalog::estimate));
        add(docs.own("list-tools", catalog::list));
        add(docs.own("describe-tool", catalog::describe));
        var routes = new ArrayList<Route>();
        operations.values().forEach(operation -> routes.add(operation.route()));
        routes.add(Route.post(BASE + "/tools/*/execute", Access.READ, call -> {
            throw catalog.unknown(call.segment(0));
        }));
        return new Face(BASE, new ToolsEnvelope(), routes);
    }

    private void addTasks(
            ToolsPorts ports, KnownSessions sessions, TaskJson rendering, ToolNames names) {
        var tasks = ports.work().tasks();
        var account = new AccountOperations(ports);
        var task = new TaskOperations(tasks, rendering);
        var cursors = new Cursors(ports.source().secrets());
        var list = new ListOperation(tasks, sessions, names, cursors, rendering);
        var session =
                new SessionOperations(ports.data().sessions(), ports.source().ids());
        add(docs.own("create-session", session::create));
        add(docs.own("get-task-status", task::status));
        add(docs.own("wait-for-task", new WaitOperation(ports, rendering)::await));
        add(docs.own("cancel-task", task::cancel));
        add(docs.own("list-tasks", list::list));
        add(docs.own("download-asset", account::download));
        add(docs.own("list-voices", account::voices));
        add(docs.own("get-credit-balance", account::balance));
    }

    private void addSubmits(ToolsPorts ports, KnownSessions sessions) {
        var submits = new Submits(ports.work().tasks(), sessions, ports.source().clock());
        for (var tool : ports.offer().catalog().tools())
            add(docs.submit(tool, call -> submits.submit(tool, call)));
    }

    private void add(Operation operation) {
        operations.put(operation.name(), operation);
    }
}
