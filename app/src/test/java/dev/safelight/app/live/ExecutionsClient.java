package dev.safelight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Somebody with a key who holds every answer of the {@code executions} dialect to its contract. */
public record ExecutionsClient(Client client) {

    public HttpResponse<String> get(String path, String... headers) {
        return checked("GET", path, with(client.request(path).GET(), headers));
    }

    /** Without a Content-Type, as several of its clients post. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return checked(
                "POST",
                path,
                with(client.request(path).POST(BodyPublishers.ofString(json)), headers));
    }

    public HttpResponse<String> post(String path) {
        return checked(
                "POST", path, client.request(path).POST(BodyPublishers.noBody()).build());
    }

    public HttpResponse<String> delete(String path) {
        return checked("DELETE", path, client.request(path).DELETE().build());
    }

    public HttpResponse<String> start(String tool, String json, String... headers) {
        return post("/v1/tools/" + tool, json, headers);
    }

    /** The id of what was started. */
    public String started(String tool, String json, String... headers) {
        var answer = start(tool, json, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Client.json(answer).get("toolExecutionId").asString();
    }

    public JsonNode execution(String id) {
        return found("/v1/tools/executions/" + id);
    }

    public JsonNode found(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer);
    }

    public HttpResponse<String> cancel(String id) {
        return post("/v1/tools/executions/" + id + "/cancel");
    }

    /** An execution that is asked for and waited for. */
    public CompletableFuture<HttpResponse<String>> await(String id, int seconds) {
        String path = "/v1/tools/executions/" + id;
        var request = client.request(path).header("Prefer", "wait=" + seconds).build();
        return client.begin(request).thenApply(answer -> {
            ExecutionsContract.check("GET", path, answer);
            return answer;
        });
    }

    /** Status and code. */
    public static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + Client.json(answer).path("code").asString("");
    }

    private static HttpRequest with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static HttpResponse<String> checked(String method, String path, HttpRequest request) {
        var answer = Client.send(request);
        ExecutionsContract.check(method, path, answer);
        return answer;
    }
}
