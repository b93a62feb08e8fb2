package dev.safelight.server.webhook;

/**
 * How a dialect tells what happened.
 *
 * @param dialect by which targets name it
 */
public record Wording(String dialect, Payload payload, OwnSignature signature) {}
