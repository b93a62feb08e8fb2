package dev.safelight.server.dialect.tools;

import dev.safelight.core.tool.Alias;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdPrefixes;
import dev.safelight.server.dialect.Operation;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.face.RateHeaders;
import dev.safelight.server.http.face.Route;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the dialect together: one route for each operation. */
public final class ToolsFace {
    /** How ids look here. */
    public static final IdPrefixes IDS = ToolsIds.PREFIXES;

    /** By which the catalog and targets name it. */
    public static final String DIALECT = ToolNames.DIALECT;

    private static final String BASE = "/api/v1";
    private static final String EXECUTE = BASE + "/tools/{operation}/execute";
    private static final Conventions CONVENTIONS = new Conventions(
            new ToolsEnvelope(), RateHeaders.IN_MILLISECONDS, KeyOrder.AUTHORIZATION_FIRST);

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final OperationDocs docs = OperationDocs.of(ToolsFace.class, ToolNames.FIELDS);
    private final DialectPorts ports;
    private final ToolsIds ids;
    private final ToolNames names;

    private ToolsFace(DialectPorts ports) {
        this.ports = ports;
        ids = new ToolsIds(ports.source().spellings());
        names = new ToolNames(ports.offer().catalog(), operations.keySet());
    }

    /** The dialect over these ports. */
    public static Face of(DialectPorts ports) {
        return new ToolsFace(ports).build();
    }

    private Face build() {
        var rendering = new TaskJson(ports.offer().catalog(), ids.shown());
        var task = new TaskOperations(ports, ids, rendering);
        addTasks(rendering, task);
        addSubmits(rendering);
        var catalog = new CatalogOperations(operations, names, docs, ids, ports);
        add(docs.own("estimate-task", catalog::estimate));
        add(docs.own("list-tools", catalog::list));
        add(docs.own("describe-tool", catalog::describe));
        var routes = new ArrayList<Route>();
        operations.values().forEach(operation -> routes.add(operation.route()));
        // Not among those that are executed with JSON: its body is the file.
        routes.add(
                docs.own("upload-asset", new UploadOperation(ports, ids)::bring).route());
        routes.add(Route.get(BASE + "/tasks/*/preview", Access.READ, task::preview));
        routes.add(Route.post(BASE + "/tools/*/execute", Access.READ, call -> {
            throw catalog.unknown(call.segment(0));
        }));
        return new Face(List.of(BASE), CONVENTIONS, routes);
    }

    private void addTasks(TaskJson rendering, TaskOperations task) {
        var account = new AccountOperations(ports, ids);
        add(docs.own("create-session", new SessionOperations(ports, ids)::create));
        add(docs.own("get-task-status", task::status));
        add(docs.own("wait-for-task", new WaitOperation(ports, ids, rendering)::await));
        add(docs.own("cancel-task", task::cancel));
        add(docs.own("list-tasks", new ListOperation(ports, ids, names, rendering)::list));
        add(docs.own("download-asset", account::download));
        add(docs.own("list-voices", account::voices));
        add(docs.own("get-credit-balance", account::balance));
    }

    private void addSubmits(TaskJson rendering) {
        var submits = new ToolSubmits(ports, ids, rendering);
        for (var alias : ports.offer().catalog().aliases(ToolNames.DIALECT))
            add(submit(alias, call -> submits.submit(alias, call)));
    }

    private Operation submit(Alias alias, Handler handler) {
        boolean required = alias.data().path("session").asString("").equals("required");
        ObjectNode input = docs.submitSchema(alias);
        if (required) input.withArray("required").add(ToolSubmits.WORKER);
        var operation = docs.submit(alias, EXECUTE, input, handler);
        operation.description().put("session", required ? "required" : "optional");
        return operation;
    }

    private void add(Operation operation) {
        operations.put(operation.name(), operation);
    }
}
