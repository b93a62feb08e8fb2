package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.Access;
import dev.safelight.server.http.Face;
import dev.safelight.server.http.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every route of every face, asked by whoever must not be answered: without a key, with a dead one,
 * and with another's ids, which read as ids that do not exist. A route that is new has to be told
 * here what it names.
 */
class IsolationMatrixTest extends OverTheWire {
    private static final String ABSENT = "01KB0000000000000000000000";

    /** What a route names, in its path or in the body. */
    private final Map<String, Naming> named = new LinkedHashMap<>();

    /**
     * How a route names something.
     *
     * @param own a fresh id of the owner's
     * @param body with {@code ID} for it; empty for none
     */
    private record Naming(Supplier<String> own, String body, String query) {}

    private Hand hand;

    private void names(String route, Supplier<String> own, String body) {
        named.put(route, new Naming(own, body, ""));
    }

    @BeforeEach
    void tellWhatRoutesName() {
        hand = server.hand();
        String execute = "POST /api/v1/tools/";
        for (var tool : List.of("get-task-status", "cancel-task"))
            names(execute + tool + "/execute", this::task, "{\"taskId\":\"ID\"}");
        names(
                execute + "wait-for-task/execute",
                this::task,
                "{\"taskId\":\"ID\",\"timeoutSeconds\":0}");
        names(execute + "download-asset/execute", this::file, "{\"assetId\":\"ID\"}");
        names(execute + "list-tasks/execute", this::session, "{\"sessionId\":\"ID\"}");
        names(
                execute + "generate-image-from-text/execute",
                this::session,
                "{\"prompt\":\"a cat\",\"workerId\":\"ID\"}");
        names(
                execute + "estimate-task/execute",
                this::session,
                "{\"tool\":\"generate-tts\",\"input\":{\"text\":\"a\",\"workerId\":\"ID\"}}");
        names("POST /v1/tasks/query", this::task, "{\"task_id\":\"ID\"}");
        named.put("GET /v1/tasks/query", new Naming(this::task, "", "?task_id=ID"));
        names("POST /v1/tasks/cancel", this::task, "{\"task_id\":\"ID\"}");
        names("POST /v1/tasks/cancel/*", this::task, "{}");
        names("GET /v1/tools/executions/*", this::task, "");
        names("POST /v1/tools/executions/*/cancel", this::task, "");
        names("GET /v1/files/*", this::file, "");
        names("POST /v1/files/*/hydrate", this::file, "");
        names("POST /v1/tools/vectorize-image", this::file, "{\"imageFileId\":\"ID\"}");
        names("GET /api/v1/api-keys/*", this::key, "");
        names("PATCH /api/v1/api-keys/*", this::key, "{\"label\":\"x\"}");
        names("DELETE /api/v1/api-keys/*", this::key, "");
        names("POST /api/v1/api-keys/*/rotate", this::key, "{}");
        names("POST /api/v1/api-keys/*/rotate-secret", this::key, "{}");
    }

    private String task() {
        return DialectClient.bare(client.data("generate-tts", "{\"text\":\"hello\"}")
                .get("taskId")
                .asString());
    }

    private String session() {
        return DialectClient.bare(
                client.data("create-session", "{}").get("sessionId").asString());
    }

    private String file() {
        try {
            task();
            var lease = hand.take(EngineName.SPEECH);
            hand.finish(lease, "image/png", "a.png", new byte[9]);
            var done = client.data("get-task-status", "{\"taskId\":\"" + lease.task() + "\"}");
            return DialectClient.bare(done.at("/output/assetIds/0").asString());
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private String key() {
        return client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}")
                .at("/apiKey/id")
                .asString();
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (Face face : server.faces()) routes.addAll(face.routes());
        return routes.stream().filter(route -> route.access() != Access.OPEN).toList();
    }

    private static String label(Route route) {
        return route.method() + " " + route.path();
    }

    private static HttpResponse<String> ask(Client caller, Route route, Naming naming, String id) {
        var body = naming.body().replace("ID", id);
        var path = route.path().replace("*", id) + naming.query().replace("ID", id);
        return Client.send(caller.request(path)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    /** Ids that a request or its answer is about are left out of what is compared. */
    private static String told(HttpResponse<String> response, String id) {
        return response.statusCode() + " "
                + response.body().replace(id, "ID").replaceAll("req_\\w+", "");
    }

    @Test
    void anothers_id_reads_as_one_that_does_not_exist_and_its_owner_is_answered() {
        var stranger = server.stranger();
        var asked = new ArrayList<String>();
        for (var route : routes()) {
            var naming = named.get(label(route));
            if (naming == null) continue;
            asked.add(label(route));
            String id = naming.own().get();
            var strange = ask(stranger, route, naming, id);
            var absent = ask(stranger, route, naming, ABSENT);
            assertThat(told(strange, id)).as(label(route)).isEqualTo(told(absent, ABSENT));
            assertThat(strange.statusCode()).as(label(route)).isEqualTo(404);
            assertThat(ask(client, route, naming, id).statusCode())
                    .as(label(route) + " by its owner")
                    .isBetween(200, 299);
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(named.keySet());
    }

    @Test
    void every_route_that_names_something_is_in_the_matrix() {
        var pathsAlone = Set.of(
                // The operator's own, for every account; models are everybody's.
                "GET /api/v1/accounts/*",
                "PATCH /api/v1/accounts/*",
                "POST /api/v1/accounts/*/grants",
                "POST /api/v1/accounts/*/api-keys",
                "POST /api/v1/tools/*/execute",
                "POST /v1/tools/*",
                "GET /v1/models/*");
        assertThat(routes())
                .filteredOn(route -> route.path().contains("*") && !isRefusedByName(route))
                .extracting(IsolationMatrixTest::label)
                .filteredOn(label -> !named.containsKey(label) && !pathsAlone.contains(label))
                .isEmpty();
    }

    /** Paths whose objects nobody has yet: they answer the same to everybody. */
    private static final List<String> EMPTY = List.of(
            "/v1/assistant",
            "/v1/entities/",
            "/v1/files/imports/",
            "/v1/projects/",
            "/v1/timeline-interchange/",
            "/v1/webhooks/endpoints/",
            "/v1/workflows/runs/");

    private boolean isRefusedByName(Route route) {
        return EMPTY.stream().anyMatch(route.path()::startsWith)
                || client.call(route.method(), route.path().replace("*", ABSENT), "{}")
                                .statusCode()
                        == 422;
    }

    @Test
    void no_key_and_a_dead_key_open_nothing() {
        var made = client.done("POST", "/api/v1/api-keys", "{\"label\":\"a\"}");
        var dead = new Client(server.http.port(), made.get("key").asString());
        assertThat(dead.call("GET", "/api/v1/account", "").statusCode()).isEqualTo(200);
        client.call("DELETE", "/api/v1/api-keys/" + made.at("/apiKey/id").asString(), "");
        for (var route : routes()) {
            var path = route.path().replace("**", "a/b").replace("*", ABSENT);
            var without = HttpRequest.newBuilder(client.at(path))
                    .method(route.method(), BodyPublishers.noBody())
                    .build();
            assertThat(Client.send(without).statusCode()).as(label(route)).isEqualTo(401);
            assertThat(dead.call(route.method(), path, "").statusCode())
                    .as(label(route))
                    .isEqualTo(401);
        }
    }
}
