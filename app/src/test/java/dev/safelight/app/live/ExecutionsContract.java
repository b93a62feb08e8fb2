package dev.safelight.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What answers of the {@code executions} dialect must look like, as its contract says. */
public final class ExecutionsContract {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaLoader(loader -> loader.allow(iri -> false)));
    private static final ObjectNode FILE = read();
    private static final Map<String, Schema> SHAPES = new ConcurrentHashMap<>();

    private ExecutionsContract() {}

    private static ObjectNode read() {
        try (InputStream in =
                ExecutionsContract.class.getResourceAsStream("executions.schema.json")) {
            return (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a value that shall have a shape of the contract's. */
    public static List<String> faults(String shape, JsonNode value) {
        return SHAPES.computeIfAbsent(shape, ExecutionsContract::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema compile(String shape) {
        assertThat(FILE.get("$defs").has(shape)).as(shape).isTrue();
        ObjectNode whole = FILE.deepCopy();
        return REGISTRY.getSchema(whole.put("$ref", "#/$defs/" + shape));
    }

    /** Holds an answer against the contract, its headers too. */
    public static void check(String method, String path, HttpResponse<String> answer) {
        String shown = method + " " + path + " " + answer.statusCode() + " " + answer.body();
        if (answer.statusCode() == 204) {
            assertThat(answer.body()).as(shown).isEmpty();
            return;
        }
        assertThat(answer.headers().firstValue("x-request-id")).as(shown).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        if (mayBeRepeated(answer.statusCode()))
            assertThat(answer.headers().firstValueAsLong("Retry-After"))
                    .as(shown)
                    .isPresent();
        answer.headers()
                .firstValue("X-RateLimit-Reset")
                .ifPresent(reset -> assertThat(reset).as(shown).hasSize(10));
        String shape = shape(method, path.replaceAll("\\?.*", ""), answer.statusCode());
        assertThat(faults(shape, JsonMapper.shared().readTree(answer.body())))
                .as(shown)
                .isEmpty();
    }

    private static boolean mayBeRepeated(int status) {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    private static String shape(String method, String path, int status) {
        if (status >= 400) return "ApiError";
        assertThat(status).as(path).isEqualTo(success(method, path));
        if (path.startsWith("/v1/webhooks/")) return webhook(method, path);
        return switch (path) {
            case "/v1/tools/executions" -> "ExecutionPage";
            case "/v1/resources/tts-voices" -> "VoicePage";
            case "/v1/resources/languages" -> "Languages";
            case "/v1/me" -> "Me";
            case "/v1/files" -> "FilePage";
            case "/v1/files/upload" -> "FileUpload";
            case "/v1/files/search" -> "FoundFiles";
            default -> {
                if (path.startsWith("/v1/files/")) yield "StorageFile";
                if (method.equals("POST")) yield "StartedToolExecution";
                yield path.startsWith("/v1/tools/") ? "ExecutedTool" : "EmptyPage";
            }
        };
    }

    private static int success(String method, String path) {
        if (!method.equals("POST")) return 200;
        if (path.equals("/v1/webhooks/endpoints")) return 201;
        boolean later = path.startsWith("/v1/tools/") || path.matches(".*/(test|replay)");
        return later ? 202 : 200;
    }

    private static String webhook(String method, String path) {
        boolean isList = method.equals("GET");
        return switch (path) {
            case "/v1/webhooks/endpoints" -> isList ? "EndpointPage" : "IssuedEndpoint";
            case "/v1/webhooks/deliveries" -> "DeliveryPage";
            default -> {
                if (path.endsWith("/rotate-secret")) yield "IssuedEndpoint";
                if (path.endsWith("/test")) yield "Delivery";
                if (path.startsWith("/v1/webhooks/deliveries/"))
                    yield isList ? "SeenDelivery" : "Delivery";
                yield path.endsWith("/replay") ? "Replay" : "Endpoint";
            }
        };
    }
}
