package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.EventWord;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.Locale;

/** Shows endpoints. */
final class EndpointJson {
    private final ShownIds ids;

    EndpointJson(ShownIds ids) {
        this.ids = ids;
    }

    /** With its secret, which is shown this once. */
    void writeIssued(JsonGenerator json, Endpoint endpoint, WebhookSecret secret) {
        writeMembers(json, endpoint);
        json.writeStringProperty("signingSecret", secret.text());
        json.writeStringProperty("signingSecretLast4", secret.last4());
    }

    /** @param newest of its secrets, of which only the end is shown */
    void write(JsonGenerator json, Endpoint endpoint, @Nullable WebhookSecret newest) {
        writeMembers(json, endpoint);
        json.writeNullProperty("signingSecret");
        writeText(json, "signingSecretLast4", newest == null ? null : newest.last4());
    }

    private void writeMembers(JsonGenerator json, Endpoint endpoint) {
        var wanted = endpoint.subscription();
        json.writeStringProperty("endpointId", ids.of(endpoint.id()));
        json.writeStringProperty("url", wanted.url());
        json.writeArrayPropertyStart("events");
        for (var word : EventWord.known())
            if (wanted.interest().occasions().contains(word.occasion()))
                json.writeString(word.wire());
        json.writeEndArray();
        writeText(
                json, "description", wanted.description().isEmpty() ? null : wanted.description());
        json.writeNumberProperty("createdAt", endpoint.created().getEpochSecond());
        json.writeStringProperty("status", endpoint.state().name().toLowerCase(Locale.ROOT));
        writeText(json, "disabledReason", why(endpoint.standing().reason()));
    }

    private static @Nullable String why(@Nullable DisableReason reason) {
        if (reason == null) return null;
        return switch (reason) {
            case BY_ACCOUNT -> "asked_for";
            case GONE -> "receiver_is_gone";
            case FAILING -> "only_failures_for_days";
            case BACKLOG -> "too_much_is_waiting";
        };
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) json.writeNullProperty(name);
        else json.writeStringProperty(name, text);
    }
}
