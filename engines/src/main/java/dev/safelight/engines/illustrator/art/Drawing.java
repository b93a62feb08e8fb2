package dev.safelight.engines.illustrator.art;

/**
 * A drawing that a prompt's words stand for.
 *
 * @param name what it shows, as in {@code polar-bear}
 * @param pack whose drawing it is, as in {@code fluent-art}; {@code builtin} for ours
 * @param svg the whole drawing
 */
public record Drawing(String name, String pack, String svg) {}
