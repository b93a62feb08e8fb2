package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Target;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.EventWord;
import dev.safelight.server.dialect.executions.ExecutionIds;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Shows deliveries. Their ids are the places of their rows, signed for the account. */
final class DeliveryJson {
    private static final String PREFIX = "del_";

    private final Cursors places;
    private final ShownIds ids;

    DeliveryJson(Secrets secrets, ShownIds ids) {
        places = new Cursors(secrets, "executions/delivery");
        this.ids = ids;
    }

    /** The place that an id names; another account's id names an absent one. */
    Cursor place(AccountId account, String id) {
        if (!id.startsWith(PREFIX)) throw ExecutionIds.malformed("a delivery");
        return places.read(account, id.substring(PREFIX.length()))
                .orElseThrow(DeliveryJson::absent);
    }

    static Refusal absent() {
        return new Refusal(
                ProblemCode.DELIVERY_NOT_FOUND,
                "There is no such delivery in this account, or what it went to is deleted. GET"
                        + " /v1/webhooks/deliveries lists them.");
    }

    void write(JsonGenerator json, Delivery delivery) {
        json.writeStringProperty(
                "deliveryId", PREFIX + places.write(delivery.account(), delivery.place()));
        json.writeStringProperty("webhookId", delivery.webhookId());
        writeTarget(json, delivery.target());
        writeSubject(json, delivery.about());
        json.writeNumberProperty("occurredAt", delivery.at().getEpochSecond());
        var progress = delivery.progress();
        var status = DeliveryStatus.of(progress.state());
        json.writeStringProperty("status", status.word());
        json.writeNumberProperty("attemptCount", progress.attempts());
        if (status == DeliveryStatus.PENDING) writeMoment(json, "nextAttemptAt", progress.due());
        else json.writeNullProperty("nextAttemptAt");
    }

    private void writeTarget(JsonGenerator json, Target target) {
        switch (target) {
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) -> {
                json.writeStringProperty("target", key == null ? "endpoint" : "api_key");
                json.writeStringProperty("endpointId", ids.of(endpoint));
            }
            case Target.OfCallback callback -> {
                json.writeStringProperty("target", "callback");
                json.writeNullProperty("endpointId");
            }
        }
        json.writeStringProperty("url", target.url());
    }

    private void writeSubject(JsonGenerator json, Delivery.About about) {
        switch (about) {
            case Delivery.About.OfTask(var task, var sequence) ->
                json.writeStringProperty("toolExecutionId", ids.of(task));
            case Delivery.About.OfFile(var file, var occasion, var entry) -> {
                json.writeStringProperty("event", EventWord.of(occasion).wire());
                json.writeStringProperty("fileId", ids.of(file));
            }
            case Delivery.About.OfTest test ->
                json.writeStringProperty("event", EventWord.TEST.wire());
        }
    }

    /** With what was sent, byte for byte, and what came of it each time. */
    void write(JsonGenerator json, Delivery delivery, List<Attempt> attempts) {
        write(json, delivery);
        writeText(json, "payload", delivery.progress().body());
        json.writeArrayPropertyStart("attempts");
        for (var attempt : attempts) {
            json.writeStartObject();
            write(json, attempt);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Attempt attempt) {
        writeMoment(json, "at", attempt.at());
        var status = attempt.status();
        if (status == null) json.writeNullProperty("httpStatus");
        else json.writeNumberProperty("httpStatus", status);
        json.writeNumberProperty("latencyMs", attempt.latency().toMillis());
        json.writeStringProperty("note", attempt.note());
    }

    private static void writeMoment(JsonGenerator json, String name, Instant at) {
        json.writeName(name);
        json.writeNumber(BigDecimal.valueOf(at.toEpochMilli(), 3));
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) json.writeNullProperty(name);
        else json.writeStringProperty(name, text);
    }
}
