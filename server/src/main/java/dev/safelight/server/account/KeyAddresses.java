package dev.safelight.server.account;

import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.account.Keys;
import dev.safelight.core.id.Page;
import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.Target;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.outbound.AddressCheck;
import dev.safelight.server.webhook.TestSends;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the ends of keys' tasks are told: set, shown, tried. */
final class KeyAddresses {
    /** What the field is called. */
    static final String FIELD = "webhookUrl";

    private final Keys keys;
    private final Endpoints endpoints;
    private final AddressCheck checks;
    private final TestSends tests;
    private final String dialect;

    /** @param dialect in whose words they are told */
    KeyAddresses(AccountPorts.OfKeys ports, String dialect) {
        keys = ports.keys();
        endpoints = ports.endpoints();
        checks = ports.addresses();
        tests = ports.tests();
        this.dialect = dialect;
    }

    /** The address that a body names; empty for none. */
    CompletableFuture<Optional<KeyAddress>> named(JsonNode body) {
        JsonNode url = body.path(FIELD);
        if (!url.isString()) return CompletableFuture.completedFuture(Optional.empty());
        return checks.require(FIELD, url.asString())
                .thenApply(checked -> Optional.of(new KeyAddress(checked, dialect)));
    }

    CompletableFuture<ToldKey> with(ApiKey key) {
        return endpoints
                .ofKey(key.holder().key())
                .thenApply(address -> new ToldKey(key, address.orElse(null)));
    }

    CompletableFuture<Page<ToldKey>> with(Page<ApiKey> page) {
        var told = page.entries().stream().map(this::with).toList();
        return CompletableFuture.allOf(told.toArray(CompletableFuture[]::new))
                .thenApply(all -> new Page<>(
                        told.stream().map(CompletableFuture::join).toList(), page.next()));
    }

    /** Tells the ends of a key's tasks there from here on; null for nowhere. */
    CompletableFuture<ActVerdict<ApiKey>> tell(Call call, @Nullable KeyAddress address) {
        return keys.tell(Acts.actor(call), Handles.key(call.segment(0)), address);
    }

    /** Sends something that did not happen, once, and answers what came back. */
    Answer test(Call call) {
        var found = keys.find(call.who().account(), Handles.key(call.segment(0)))
                .thenCompose(key -> with(key.orElseThrow(Handles::noKey)))
                .thenCompose(this::send);
        return Answer.later(found, KeyAddresses::answer);
    }

    private CompletableFuture<Answered> send(ToldKey told) {
        Endpoint address = told.address();
        if (address == null) throw noAddress();
        var wanted = address.subscription();
        var target = new Target.OfEndpoint(
                address.id(), told.key().handle(), wanted.url(), wanted.dialect());
        return tests.send(wanted.account(), target);
    }

    private static Refusal noAddress() {
        return new Refusal(
                ProblemCode.ENDPOINT_NOT_FOUND,
                "This key has no '" + FIELD + "'. PATCH /api/v1/api-keys/{keyId} sets one.");
    }

    private static Answer.Text answer(Answered answered) {
        return Answer.json(JsonText.object(json -> {
            switch (answered) {
                case Answered.Status(var status, var latency, var retryAfter, var head) -> {
                    json.writeBooleanProperty("delivered", status >= 200 && status < 300);
                    json.writeNumberProperty("httpStatus", status);
                }
                case Answered.None(var latency, var why) -> {
                    json.writeBooleanProperty("delivered", false);
                    json.writeNullProperty("httpStatus");
                    json.writeStringProperty("message", why);
                }
            }
            json.writeNumberProperty("latencyMs", answered.latency().toMillis());
        }));
    }
}
