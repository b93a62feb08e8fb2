package dev.safelight.core.access;

/**
 * What is kept of a key's text: enough to know it again, too little to make it.
 *
 * @param hex SHA-256 in 64 hexadecimal digits
 */
public record KeyDigest(String hex) {}
