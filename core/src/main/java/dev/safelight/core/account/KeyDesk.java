package dev.safelight.core.account;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.access.SecretBox;
import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Hands out what is shown once: texts of keys and webhook secrets. Draws them, has the store keep
 * digests and sealed secrets, and gives them to the caller when that is on disk.
 */
public final class KeyDesk {
    /** How long a webhook secret signs beside the one that follows it. */
    public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

    /** How long a text may go on beside the one that follows it, at most. */
    public static final Duration LONGEST_GRACE = Duration.ofHours(24);

    private final Keys keys;
    private final SecretBox box;
    private final RandomGenerator random;
    private final NewApiKey.Start start;

    /**
     * @param random may be called by many threads
     * @param start what new keys and test accounts begin with
     */
    public KeyDesk(Keys keys, SecretBox box, RandomGenerator random, NewApiKey.Start start) {
        this.keys = keys;
        this.box = box;
        this.random = random;
        this.start = start;
    }

    /** What an account may have at once of which nothing is said. */
    public AccountLimits usualLimits() {
        return new AccountLimits(start.limits().slots(), 1, 0);
    }

    /** Adds a key to an account, or to its twin for tests. */
    public CompletableFuture<ActVerdict<Issued>> issue(
            Actor by, AccountId account, String label, Mode mode, Set<Scope> scopes) {
        return issue(by, account, label, mode, scopes, null);
    }

    /**
     * The same, and what it asks for is told from its first task on.
     *
     * @param address where to, or null for nowhere
     */
    public CompletableFuture<ActVerdict<Issued>> issue(
            Actor by,
            AccountId account,
            String label,
            Mode mode,
            Set<Scope> scopes,
            @Nullable KeyAddress address) {
        return issue(key -> keys.add(by, account, key), label, mode, scopes, address);
    }

    /** The same for whatever account, by an operator. */
    public CompletableFuture<ActVerdict<Issued>> issue(
            Actor by, AccountHandle account, String label, Mode mode, Set<Scope> scopes) {
        return issue(key -> keys.add(by, account, key), label, mode, scopes, null);
    }

    private CompletableFuture<ActVerdict<Issued>> issue(
            Function<NewApiKey, CompletableFuture<ActVerdict<ApiKey>>> adding,
            String label,
            Mode mode,
            Set<Scope> scopes,
            @Nullable KeyAddress address) {
        var text = KeyText.mint(mode, random);
        var secret = WebhookSecret.draw(random);
        var webhook = new NewApiKey.Webhook(sealing(secret), address);
        var key = new NewApiKey(label, mode, scopes, text, start, webhook);
        return adding.apply(key)
                .thenApply(verdict -> verdict.map(added -> new Issued(added, text, secret)));
    }

    /**
     * A fresh text; the secret stays, and is not shown.
     *
     * @param mode that the key has
     */
    public CompletableFuture<ActVerdict<Renewed<KeyText>>> rotate(
            Actor by, KeyHandle key, Mode mode, Duration grace) {
        if (grace.compareTo(LONGEST_GRACE) > 0)
            throw new IllegalArgumentException("a grace is at most " + LONGEST_GRACE);
        var text = KeyText.mint(mode, random);
        return keys.rotate(by, key, text, grace)
                .thenApply(verdict -> verdict.map(rotated -> new Renewed<>(rotated, text)));
    }

    /** A fresh webhook secret. */
    public CompletableFuture<ActVerdict<Renewed<WebhookSecret>>> rotateSecret(
            Actor by, KeyHandle key) {
        var secret = WebhookSecret.draw(random);
        return keys.rotateSecret(by, key, sealing(secret), SECRET_OVERLAP)
                .thenApply(verdict -> verdict.map(rotated -> new Renewed<>(rotated, secret)));
    }

    /** What signs for a key at a moment, the newest first; one that has none gets its first. */
    public CompletableFuture<List<WebhookSecret>> secrets(KeyHandle key, Instant now) {
        return keys.secrets(key, sealing(WebhookSecret.draw(random)), now)
                .thenApply(
                        kept -> kept.stream().map(secret -> opened(key, secret)).toList());
    }

    private WebhookSecret opened(KeyHandle key, SealedSecret secret) {
        return new WebhookSecret(box.open(owner(key), secret));
    }

    private static String owner(KeyHandle key) {
        return "key " + key;
    }

    private Sealing sealing(WebhookSecret secret) {
        return key -> box.seal(owner(key), secret.text());
    }

    /** A key and what is new about it. */
    public record Renewed<T>(ApiKey key, T shown) {}
}
