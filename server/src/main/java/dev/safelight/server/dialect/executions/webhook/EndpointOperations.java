package dev.safelight.server.dialect.executions.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.id.Page;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.core.webhook.EndpointVerdict;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.executions.EventWord;
import dev.safelight.server.dialect.executions.ExecutionsFace;
import dev.safelight.server.dialect.executions.Pages;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Endpoints: created, listed, looked at, disabled, enabled, deleted; their secrets exchanged. */
final class EndpointOperations {
    private static final int CREATED = 201;

    private final DialectPorts.Webhooks webhooks;
    private final InstantSource clock;
    private final NamedEndpoints named;
    private final EndpointJson rendering;
    private final Pages pages;

    EndpointOperations(DialectPorts ports, ShownIds ids) {
        webhooks = ports.data().webhooks();
        clock = ports.source().clock();
        named = new NamedEndpoints(webhooks.endpoints(), ids);
        rendering = new EndpointJson(ids);
        pages = new Pages(ports.source().secrets(), "endpoints");
    }

    /** No idempotency key answers it again: what shows a secret is kept by nobody. */
    Answer create(Call call) {
        var account = call.who().account();
        var body = call.body();
        var events = events(body.get("events"));
        var description = body.path("description").asString("");
        var issued = webhooks.addresses()
                .require("url", body.get("url").asString())
                .thenCompose(url -> webhooks.desk()
                        .add(new Subscription(
                                account, null, url, ExecutionsFace.DIALECT, events, description)));
        return Answer.later(issued, this::answer);
    }

    private static Set<Occasion> events(JsonNode named) {
        var events = EnumSet.noneOf(Occasion.class);
        for (var event : named)
            events.add(EventWord.read(event.asString())
                    .map(EventWord::occasion)
                    .orElseThrow(() -> unknown(event.asString())));
        return events;
    }

    private static Refusal unknown(String event) {
        var known =
                EventWord.known().stream().map(EventWord::wire).collect(Collectors.joining(", "));
        String shown = event.length() > 60 ? event.substring(0, 60) + "…" : event;
        return new Refusal(
                Problem.invalid("events", "'" + shown + "' is no event. There are " + known + "."));
    }

    private Answer answer(EndpointDesk.Issued issued) {
        return switch (issued.verdict()) {
            case EndpointVerdict.Added(var endpoint) -> issued(CREATED, endpoint, issued.secret());
            case EndpointVerdict.TooMany(var most) ->
                throw new Refusal(
                        ProblemCode.TOO_MANY_ENDPOINTS,
                        "This account has " + most + " webhook endpoints, which is as many as it"
                                + " may have. Delete one first.");
        };
    }

    private Answer.Text issued(int status, Endpoint endpoint, WebhookSecret secret) {
        byte[] body = JsonText.object(json -> rendering.writeIssued(json, endpoint, secret));
        return new Answer.Text(status, Answer.JSON, body, List.of())
                .with("Cache-Control", "no-store");
    }

    Answer list(Call call) {
        var who = call.who();
        var read = webhooks.endpoints().list(who.account(), pages.after(call), Pages.limit(call));
        return Answer.later(
                read,
                page -> Answer.later(
                        shown(page),
                        shown -> pages.show(
                                who,
                                page.next(),
                                json -> shown.forEach(endpoint -> {
                                    json.writeStartObject();
                                    rendering.write(json, endpoint.endpoint(), endpoint.newest());
                                    json.writeEndObject();
                                }))));
    }

    /** An endpoint and the newest of its secrets. */
    private record Shown(Endpoint endpoint, @Nullable WebhookSecret newest) {}

    private CompletableFuture<List<Shown>> shown(Page<Endpoint> page) {
        var shown = page.entries().stream().map(this::shown).toList();
        return CompletableFuture.allOf(shown.toArray(CompletableFuture[]::new))
                .thenApply(all -> shown.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Shown> shown(Endpoint endpoint) {
        return webhooks.desk()
                .secrets(endpoint.id(), clock.instant())
                .thenApply(secrets ->
                        new Shown(endpoint, secrets.isEmpty() ? null : secrets.getFirst()));
    }

    Answer show(Call call) {
        return Answer.later(named.any(call).thenCompose(this::shown), this::json);
    }

    private Answer.Text json(Shown shown) {
        return Answer.json(
                JsonText.object(json -> rendering.write(json, shown.endpoint(), shown.newest())));
    }

    Answer enable(Call call) {
        return set(call, named.any(call), Endpoint.State.ACTIVE);
    }

    Answer disable(Call call) {
        return set(call, named.own(call), Endpoint.State.DISABLED);
    }

    private Answer set(Call call, CompletableFuture<Endpoint> named, Endpoint.State state) {
        var account = call.who().account();
        var changed = named.thenCompose(endpoint -> webhooks.endpoints()
                .set(account, endpoint.id(), state)
                .thenCompose(done -> webhooks.endpoints().find(account, endpoint.id())));
        return Answer.later(
                changed.thenCompose(found -> shown(found.orElseThrow(NamedEndpoints::absent))),
                this::json);
    }

    /** Starts no attempt after it is answered. */
    Answer delete(Call call) {
        var account = call.who().account();
        var deleted = named.own(call)
                .thenCompose(endpoint ->
                        webhooks.endpoints().set(account, endpoint.id(), Endpoint.State.DELETED));
        return Answer.later(deleted, done -> {
            if (!done) throw NamedEndpoints.absent();
            return new Answer.Text(204, "", new byte[0], List.of());
        });
    }

    /** The secret before signs beside the fresh one for a day. */
    Answer rotate(Call call) {
        return Answer.later(
                named.own(call),
                endpoint -> Answer.later(
                        webhooks.desk()
                                .rotate(call.who().account(), endpoint.id(), clock.instant()),
                        fresh -> issued(200, endpoint, fresh.orElseThrow(NamedEndpoints::absent))));
    }
}
