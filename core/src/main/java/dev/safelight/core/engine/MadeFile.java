package dev.safelight.core.engine;

import dev.safelight.core.asset.Content;

import tools.jackson.databind.node.ObjectNode;

/**
 * One finished file.
 *
 * @param contentType as in {@code image/png}
 * @param name a file name for people, as in {@code cat-in-space.png}
 * @param content the whole file
 * @param facts what is known of it, shown with its task: {@code width}, {@code height}, {@code
 *     seconds}, {@code words} (word times)...
 */
public record MadeFile(String contentType, String name, Content content, ObjectNode facts) {}
