package dev.safelight.app.http.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.DialectClient;
import dev.safelight.app.live.Hand;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Every route of every face, asked by whoever must not be answered: without a key, with a dead one,
 * and with another's ids, which read as ids that do not exist. A route that is new has to be told
 * here what it names.
 */
class IsolationMatrixTest extends OverTheWire {
    private static final String ABSENT = "01KB0000000000000000000000";
    private static final Pattern FILE = Pattern.compile("(asset_|vg_file_)01KB0{22}");

    /** What routes name, in their paths or in bodies. */
    private final List<Naming> named = new ArrayList<>();

    private Hand hand;

    private void names(String route, Supplier<String> own, String body) {
        named.add(new Naming(route, own, body, "", 404));
    }

    @BeforeEach
    void tellWhatRoutesName() {
        hand = server.hand();
        var much = new Credits(1_000_000);
        server.live.store.ledger().grant(server.owner.account(), much).join();
        tellOfTools();
        tellOfTasks();
        names("GET /v1/tools/executions/*", this::task, "");
        names("POST /v1/tools/executions/*/cancel", this::task, "");
        names("GET /v1/files/*", this::picture, "");
        for (var change :
                List.of("hydrate", "archive", "enable-public-preview", "disable-public-preview"))
            names("POST /v1/files/*/" + change, this::picture, "");
        String images = "{\"prompt\":\"a cat\",\"imageFileIds\":[\"ID\"]}";
        names("POST /v1/tools/generate-image", this::picture, images);
        names("POST /v1/tools/generate-video-clip", this::picture, images);
        tellOfExamples("executions", "POST /v1/tools/", "");
        names("GET /api/v1/api-keys/*", this::key, "");
        names("PATCH /api/v1/api-keys/*", this::key, "{\"label\":\"x\"}");
        names("DELETE /api/v1/api-keys/*", this::key, "");
        names("POST /api/v1/api-keys/*/rotate", this::key, "{}");
        names("POST /api/v1/api-keys/*/rotate-secret", this::key, "{}");
        names("POST /api/v1/api-keys/*/webhook/test", this::key, "");
        named.addAll(new WebhookNamings(client, this::task).all());
    }

    private void tellOfTools() {
        String tools = "POST /api/v1/tools/";
        for (var tool : List.of("get-task-status", "cancel-task"))
            names(tools + tool + "/execute", this::task, "{\"taskId\":\"ID\"}");
        String wait = "{\"taskId\":\"ID\",\"timeoutSeconds\":0}";
        names(tools + "wait-for-task/execute", this::task, wait);
        names("GET /api/v1/tasks/*/preview", this::task, "");
        names(tools + "download-asset/execute", this::picture, "{\"assetId\":\"ID\"}");
        names(tools + "list-tasks/execute", this::session, "{\"sessionId\":\"ID\"}");
        names(
                tools + "generate-image-from-text/execute",
                this::session,
                "{\"prompt\":\"a cat\",\"workerId\":\"ID\"}");
        names(
                tools + "estimate-task/execute",
                this::session,
                "{\"tool\":\"generate-tts\",\"input\":{\"text\":\"a\",\"workerId\":\"ID\"}}");
        names(
                tools + "estimate-task/execute",
                () -> file("video/mp4"),
                "{\"tool\":\"upscale-video\",\"input\":{\"videoAssetId\":\"ID\"}}");
        tellOfExamples("tools", tools, "/execute");
    }

    private void tellOfTasks() {
        names("POST /v1/tasks/query", this::task, "{\"task_id\":\"ID\"}");
        named.add(new Naming("GET /v1/tasks/query", this::task, "", "?task_id=ID", 404));
        names("POST /v1/tasks/cancel", this::task, "{\"task_id\":\"ID\"}");
        names("POST /v1/tasks/cancel/*", this::task, "{}");
        named.add(new Naming(
                "POST /v1/tasks/submit",
                this::picture,
                "{\"model\":\"sora-2\",\"params\":{\"prompt\":\"a cat\",\"duration_seconds\":1,"
                        + "\"image_init\":\"ID\"}}",
                "",
                400));
    }

    /** A tool whose examples name a file names one. */
    private void tellOfExamples(String dialect, String before, String after) {
        for (var alias : Catalog.load().aliases(dialect)) {
            for (var example : alias.docs().examples()) {
                String body = example.toString();
                var file = FILE.matcher(body);
                if (!file.find()) continue;
                if (alias.data().path("session").asString("").equals("required"))
                    body = body.replaceFirst("}$", ",\"workerId\":\"SESSION\"}");
                names(
                        before + alias.name() + after,
                        () -> file(kind(example)),
                        FILE.matcher(body).replaceAll("ID"));
            }
        }
    }

    /** What kind of file an example names, by the field that names it. */
    private static String kind(JsonNode example) {
        for (var field : example.properties()) {
            if (!FILE.matcher(field.getValue().toString()).find()) continue;
            if (field.getKey().startsWith("video")) return "video/mp4";
            if (field.getKey().startsWith("audio")) return "audio/wav";
        }
        return "image/png";
    }

    private String task() {
        return DialectClient.bare(client.data("generate-tts", "{\"text\":\"hello\"}")
                .get("taskId")
                .asString());
    }

    private String session() {
        return session(client);
    }

    private static String session(Client caller) {
        return DialectClient.bare(
                caller.data("create-session", "{}").get("sessionId").asString());
    }

    private String picture() {
        return file("image/png");
    }

    private String file(String type) {
        try {
            task();
            var lease = hand.take(EngineName.SPEECH);
            hand.finish(lease, type, "a", new byte[9]);
            var done = client.data("get-task-status", "{\"taskId\":\"" + lease.task() + "\"}");
            return DialectClient.bare(done.at("/output/assetIds/0").asString());
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private String key() {
        String told = "{\"label\":\"a\",\"webhookUrl\":\"https://a.example/\"}";
        return client.done("POST", "/api/v1/api-keys", told).at("/apiKey/id").asString();
    }

    /** A well-formed id of nothing. */
    private static String absent(Naming naming) {
        boolean isSigned = naming.route().contains("/deliveries/");
        return isSigned ? "del_c1_1_" + "a".repeat(43) : ABSENT;
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (Face face : server.faces()) routes.addAll(face.routes());
        return routes.stream().filter(route -> route.access() != Access.OPEN).toList();
    }

    private static String label(Route route) {
        return route.method() + " " + route.path();
    }

    private static HttpResponse<String> ask(Client caller, Naming naming, String id) {
        var body = naming.body().replace("ID", id);
        if (body.contains("SESSION")) body = body.replace("SESSION", session(caller));
        int blank = naming.route().indexOf(' ');
        var path = naming.route().substring(blank + 1).replace("*", id)
                + naming.query().replace("ID", id);
        return caller.call(naming.route().substring(0, blank), path, body);
    }

    /** Ids that a request or its answer is about are left out of what is compared. */
    private static String told(HttpResponse<String> response, String id) {
        return response.statusCode() + " "
                + response.body().replace(id, "ID").replaceAll("req_\\w+", "");
    }

    @Test
    void anothers_id_reads_as_one_that_does_not_exist_and_its_owner_is_answered() {
        var stranger = server.stranger();
        var routes = routes().stream().map(IsolationMatrixTest::label).toList();
        for (var naming : named) {
            assertThat(routes).contains(naming.route());
            String id = naming.own().get();
            var strange = ask(stranger, naming, id);
            var absent = ask(stranger, naming, absent(naming));
            assertThat(told(strange, id))
                    .as(naming.route())
                    .isEqualTo(told(absent, absent(naming)));
            assertThat(strange.statusCode()).as(naming.route()).isEqualTo(naming.absent());
            assertThat(ask(client, naming, id).statusCode())
                    .as(naming.route() + " by its owner")
                    .isBetween(200, 299);
        }
    }

    /** In the dialect of tasks a task is its key's, everywhere else all is the account's. */
    @Test
    void another_key_of_the_account_sees_what_is_not_a_keys_own() {
        var made = client.done("POST", "/api/v1/api-keys", """
                {"label": "second", "scopes": ["read", "submit", "admin"]}""");
        var second = new Client(server.http.port(), made.get("key").asString());
        for (var naming : named) {
            boolean ofKeys = naming.route().contains(" /v1/tasks/query")
                    || naming.route().contains(" /v1/tasks/cancel");
            String id = naming.own().get();
            var answer = ask(second, naming, id);
            if (ofKeys)
                assertThat(told(answer, id))
                        .as(naming.route())
                        .isEqualTo(told(ask(second, naming, absent(naming)), absent(naming)));
            assertThat(answer.statusCode() / 100).as(naming.route()).isEqualTo(ofKeys ? 4 : 2);
        }
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
                "PATCH /api/v1/api-keys/*/limits",
                "PATCH /api/v1/engines/*",
                "GET /v1/tasks/stream/*", // does not end: TaskStreamTest
                "GET /v1/models/*");
        assertThat(routes())
                .filteredOn(route -> route.path().contains("*") && !isRefusedByName(route))
                .extracting(IsolationMatrixTest::label)
                .filteredOn(label -> named.stream().noneMatch(one -> one.route().equals(label)))
                .filteredOn(label -> !pathsAlone.contains(label))
                .isEmpty();
    }

    /** Paths whose objects nobody has yet: they answer the same to everybody. */
    private static final List<String> EMPTY = List.of(
            "/v1/assistant",
            "/v1/entities/",
            "/v1/files/imports/",
            "/v1/projects/",
            "/v1/timeline-interchange/",
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
