package dev.safelight.core.engine;

/**
 * A voice that speech can be asked for.
 *
 * @param id what a request names, as in {@code joe}
 * @param name for people, as in {@code Joe}
 * @param language a BCP 47 tag, as in {@code en-US}
 * @param gender {@code male}, {@code female} or {@code neutral}
 * @param pack where it comes from: a pack's name, a program's, or {@code folder}
 * @param licence an SPDX id or the words of its licence
 */
public record Voice(
        String id, String name, String language, String gender, String pack, String licence) {}
