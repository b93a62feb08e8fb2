package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.OperationDocs;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.ExecutionsFace;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Handler;
import dev.safelight.server.http.face.Route;

import java.util.ArrayList;
import java.util.List;

/** Puts the operations together. */
public final class WebhookFace {
    private final OperationDocs docs = OperationDocs.of(WebhookFace.class);
    private final List<Route> routes = new ArrayList<>();

    private WebhookFace() {}

    /** The operations over these ports. */
    public static Face of(DialectPorts ports) {
        return new WebhookFace().build(ports);
    }

    private Face build(DialectPorts ports) {
        var ids = new ShownIds(ExecutionsFace.IDS, ports.source().spellings());
        var endpoints = new EndpointOperations(ports, ids);
        add("create-endpoint", endpoints::create);
        add("list-endpoints", endpoints::list);
        add("get-endpoint", endpoints::show);
        add("delete-endpoint", endpoints::delete);
        add("enable-endpoint", endpoints::enable);
        add("disable-endpoint", endpoints::disable);
        add("rotate-endpoint-secret", endpoints::rotate);
        var deliveries = new DeliveryOperations(ports, ids);
        add("test-endpoint", deliveries::test);
        add("list-deliveries", deliveries::list);
        add("get-delivery", deliveries::show);
        add("replay-delivery", deliveries::replay);
        add("replay-endpoint", new ReplayOperation(ports, ids)::replay);
        return new Face(List.of(), Conventions.PLAIN, routes);
    }

    private void add(String name, Handler handler) {
        routes.add(docs.own(name, handler).route());
    }
}
