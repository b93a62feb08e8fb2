package dev.safelight.core.account;

/**
 * Where the ends of a key's tasks are told.
 *
 * @param url checked before: nobody may name every address
 * @param dialect in whose words
 */
public record KeyAddress(String url, String dialect) {}
