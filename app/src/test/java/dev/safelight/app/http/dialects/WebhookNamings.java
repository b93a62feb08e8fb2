package dev.safelight.app.http.dialects;

import dev.safelight.app.live.Client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How routes name endpoints and deliveries. */
final class WebhookNamings {
    private static final int NOT_FOUND = 404;

    private final Client owner;
    private final Supplier<String> task;
    private final List<Naming> named = new ArrayList<>();

    /** @param task makes one that has not ended */
    WebhookNamings(Client owner, Supplier<String> task) {
        this.owner = owner;
        this.task = task;
    }

    List<Naming> all() {
        String endpoints = " /v1/webhooks/endpoints/*";
        names("GET" + endpoints, this::endpoint, "");
        names("DELETE" + endpoints, this::endpoint, "");
        for (var act : List.of("enable", "disable", "rotate-secret", "test"))
            names("POST" + endpoints + "/" + act, this::endpoint, "");
        names("POST" + endpoints + "/replay", this::endpoint, "{\"since\":\"-1\"}");
        names("GET /v1/webhooks/deliveries/*", this::delivery, "");
        names("POST /v1/webhooks/deliveries/*/replay", this::delivery, "");
        // A list by what is absent is empty.
        String list = "GET /v1/webhooks/deliveries";
        named.add(new Naming(list, this::endpoint, "", "?endpointId=ID", 200));
        return named;
    }

    private void names(String route, Supplier<String> own, String body) {
        named.add(new Naming(route, own, body, "", NOT_FOUND));
    }

    private String endpoint() {
        var answer = owner.call(
                "POST",
                "/v1/webhooks/endpoints",
                "{\"url\":\"https://a.example/\",\"events\":[\"tool_execution.cancelled\"]}");
        return Client.json(answer).get("endpointId").asString();
    }

    private String delivery() {
        String endpoint = endpoint();
        owner.data("cancel-task", "{\"taskId\":\"" + task.get() + "\"}");
        return owner.done("GET", "/v1/webhooks/deliveries?endpointId=" + endpoint, "")
                .at("/deliveries/0/deliveryId")
                .asString();
    }
}
