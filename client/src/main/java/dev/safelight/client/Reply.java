package dev.safelight.client;

import dev.safelight.client.json.Json;
import dev.safelight.client.json.JsonException;
import dev.safelight.client.json.JsonReader;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/**
 * What a tool answered.
 *
 * @param replayed whether it is the kept answer of an earlier submit
 */
record Reply(Json.Obj data, boolean replayed) {

    static Reply of(HttpResponse<String> response) {
        if (!(object(response).at("data") instanceof Json.Obj data)) throw unreadable(response);
        boolean replayed = header(response, "Idempotent-Replayed").equals("true");
        return new Reply(data, replayed);
    }

    /** The object that a success answers with. */
    static Json.Obj object(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) throw refusal(response, response.body());
        if (body(response, response.body()) instanceof Json.Obj object) return object;
        throw unreadable(response);
    }

    /** The failure that an answer other than 2xx stands for. */
    static SafelightException refusal(HttpResponse<?> response, String text) {
        int status = response.statusCode();
        boolean passing = status == 429 || status >= 500;
        Json body = passing ? lenient(text) : body(response, text);
        // The tools say "message"; a file's address answers as RFC 9457 has it.
        String message = body.at("message")
                .asText()
                .or(() -> body.at("detail").asText())
                .orElse("the server answered " + status);
        String phrase = body.at("error").asText().orElse("http " + status);
        var problem = new ApiException.Problem(
                body.at("code")
                        .asText()
                        .orElseGet(() -> phrase.toLowerCase(Locale.ROOT).replace(' ', '_')),
                message,
                body.at("retryable") instanceof Json.Bool bool ? bool.value() : passing);
        return new ApiException(
                status, problem, header(response, "x-request-id"), retryAfter(response));
    }

    /** A proxy in between may answer a busy or broken server's calls with a page of its own. */
    private static Json lenient(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException e) {
            return Json.Null.NULL;
        }
    }

    private static Json body(HttpResponse<?> response, String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException e) {
            throw unreadable(response);
        }
    }

    static ConnectionException unreadable(HttpResponse<?> response) {
        return new ConnectionException(
                ConnectionException.Kind.UNREADABLE,
                "%s answered %d, but not as a Safelight server does: check the address"
                        .formatted(ShownAddress.of(response.uri()), response.statusCode()));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Seconds; the form with a date is not used by this server. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        String text = header(response, "Retry-After");
        return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }
}
