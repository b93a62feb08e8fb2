package dev.safelight.client;

/**
 * A voice that speech can be asked for.
 *
 * @param id for {@link SpeechRequest#voice}
 * @param name for people
 * @param language a BCP 47 tag, as in {@code en-US}
 */
public record Voice(String id, String name, String language) {}
