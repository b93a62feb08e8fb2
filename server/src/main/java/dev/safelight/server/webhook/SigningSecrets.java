package dev.safelight.server.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.account.KeyDesk;
import dev.safelight.core.webhook.EndpointDesk;
import dev.safelight.core.webhook.Target;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what signs for a target: the secrets of its key, or those of its own. */
final class SigningSecrets {
    private final KeyDesk keys;
    private final EndpointDesk endpoints;

    SigningSecrets(KeyDesk keys, EndpointDesk endpoints) {
        this.keys = keys;
        this.endpoints = endpoints;
    }

    /** At a moment, the newest first. */
    CompletableFuture<List<WebhookSecret>> of(Target target, Instant now) {
        return switch (target) {
            case Target.OfCallback callback -> keys.secrets(callback.key(), now);
            case Target.OfEndpoint(var endpoint, var key, var url, var dialect) ->
                key == null ? endpoints.secrets(endpoint, now) : keys.secrets(key, now);
        };
    }
}
