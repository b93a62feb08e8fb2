package dev.safelight.core.webhook;

/**
 * One thing to tell one endpoint.
 *
 * @param number its place in the outbox
 * @param id the {@code webhook-id}, the same over all attempts
 * @param body the bytes to send, as decided
 */
public record Delivery(long number, String id, String url, String body) {}
