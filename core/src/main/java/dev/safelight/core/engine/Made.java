package dev.safelight.core.engine;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What a run made.
 *
 * @param files at least one, the main one first
 * @param facts what to tell about the making: seed, model, pack digests, style... Engine and tier
 *     are added by the worker
 */
public record Made(List<MadeFile> files, ObjectNode facts) {
    public Made {
        files = List.copyOf(files);
        if (files.isEmpty()) throw new IllegalArgumentException("a run makes at least one file");
    }
}
