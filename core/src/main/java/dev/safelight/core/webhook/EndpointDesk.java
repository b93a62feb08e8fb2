package dev.safelight.core.webhook;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.access.SecretBox;
import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Ids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Hands out what is shown once of an endpoint: its secrets. Draws them, has the store keep them
 * sealed, and gives them to the caller when that is on disk.
 */
public final class EndpointDesk {
    /** How long a secret signs beside the one that follows it. */
    public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

    private final Endpoints endpoints;
    private final SecretBox box;
    private final Ids ids;
    private final RandomGenerator random;

    /** @param random may be called by many threads */
    public EndpointDesk(Endpoints endpoints, SecretBox box, Ids ids, RandomGenerator random) {
        this.endpoints = endpoints;
        this.box = box;
        this.ids = ids;
        this.random = random;
    }

    /**
     * What became of one that was to be added.
     *
     * @param secret shown this once; of nobody where it was not added
     */
    public record Issued(EndpointVerdict verdict, WebhookSecret secret) {}

    /** Adds one with a fresh secret. */
    public CompletableFuture<Issued> add(Subscription subscription) {
        var id = new EndpointId(ids.next(subscription.account().number()));
        var secret = WebhookSecret.draw(random);
        var sealed = box.seal(owner(id), secret.text());
        return endpoints
                .add(new NewEndpoint(id, subscription, sealed))
                .thenApply(verdict -> new Issued(verdict, secret));
    }

    /** A fresh secret, or empty where the account has no such endpoint. */
    public CompletableFuture<Optional<WebhookSecret>> rotate(
            AccountId account, EndpointId id, Instant now) {
        var secret = WebhookSecret.draw(random);
        var sealed = box.seal(owner(id), secret.text());
        return endpoints
                .rotate(account, id, sealed, now.plus(SECRET_OVERLAP))
                .thenApply(done -> done ? Optional.of(secret) : Optional.empty());
    }

    /** What signs for an endpoint at a moment, the newest first. */
    public CompletableFuture<List<WebhookSecret>> secrets(EndpointId id, Instant now) {
        return endpoints
                .secrets(id, now)
                .thenApply(
                        kept -> kept.stream().map(secret -> opened(id, secret)).toList());
    }

    private WebhookSecret opened(EndpointId id, SealedSecret secret) {
        return new WebhookSecret(box.open(owner(id), secret));
    }

    private static String owner(EndpointId id) {
        return "endpoint " + id;
    }
}
