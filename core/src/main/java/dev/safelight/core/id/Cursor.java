package dev.safelight.core.id;

/**
 * A place in a list or a feed. Only the store that wrote it reads anything into its text; it stays
 * good for as long as what it points to is kept. Ports answer a foreign one with {@link
 * UnknownCursor}.
 *
 * @param text 1 to 64 characters of {@code [0-9a-z]}
 */
public record Cursor(String text) {}
