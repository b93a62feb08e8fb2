package dev.safelight.cli.pack;

import dev.safelight.media.pack.Manifest;
import dev.safelight.media.pack.Pack;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a command line asks for.
 *
 * @param verb what to do
 * @param named the packs that were named; none means those that the command is usually for
 * @param from the folder to install from, or null for the package clients
 */
record PackRequest(Verb verb, List<Pack> named, @Nullable Path from) {
    enum Verb {
        LIST,
        INSTALL,
        VERIFY
    }

    /**
     * Reads the words after {@code packs}.
     *
     * @throws IllegalArgumentException what is wrong with them
     */
    static PackRequest parse(List<String> args, Manifest manifest) {
        Deque<String> words = new ArrayDeque<>(args);
        Verb verb = verb(words.isEmpty() ? "list" : words.pop());
        List<Pack> packs = new ArrayList<>();
        Path from = null;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--all" -> packs.addAll(manifest.packs());
                case "--from" -> from = folder(words.poll());
                default -> packs.add(pack(word, manifest));
            }
        }
        return new PackRequest(verb, packs, from);
    }

    private static Verb verb(String word) {
        for (Verb verb : Verb.values())
            if (verb.name().toLowerCase(Locale.ROOT).equals(word)) return verb;
        throw new IllegalArgumentException("packs cannot '" + word + "'");
    }

    private static Pack pack(String name, Manifest manifest) {
        return manifest.find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no pack '%s'; there are %s"
                                .formatted(
                                        name,
                                        manifest.packs().stream()
                                                .map(Pack::name)
                                                .collect(Collectors.joining(", ")))));
    }

    private static Path folder(@Nullable String word) {
        if (word == null) throw new IllegalArgumentException("--from needs a folder");
        Path folder = Path.of(word);
        if (!Files.isDirectory(folder))
            throw new IllegalArgumentException(word + " is not a folder");
        return folder;
    }
}
