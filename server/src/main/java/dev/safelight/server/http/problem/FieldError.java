package dev.safelight.server.http.problem;

/**
 * What is wrong with one field of an input.
 *
 * @param field its path, as in {@code metadata.user}
 * @param message says what is allowed
 */
public record FieldError(String field, String message) {}
