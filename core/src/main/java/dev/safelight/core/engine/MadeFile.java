package dev.safelight.core.engine;

import dev.safelight.core.asset.Content;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * One finished file.
 *
 * @param contentType as in {@code image/png}
 * @param name a file name for people, as in {@code cat-in-space.png}
 * @param content the whole file
 * @param facts what is known of it, shown with its task: {@code width}, {@code height}, {@code
 *     seconds}, {@code words} (word times)...
 * @param companions what belongs to it and is no result of its own: captions, a poster, the times
 *     of its words; without companions themselves
 */
public record MadeFile(
        String contentType,
        String name,
        Content content,
        ObjectNode facts,
        List<MadeFile> companions) {
    public MadeFile {
        companions = List.copyOf(companions);
        if (companions.stream().anyMatch(one -> !one.companions().isEmpty()))
            throw new IllegalArgumentException("a companion of a companion");
    }

    /** One without companions. */
    public MadeFile(String contentType, String name, Content content, ObjectNode facts) {
        this(contentType, name, content, facts, List.of());
    }
}
