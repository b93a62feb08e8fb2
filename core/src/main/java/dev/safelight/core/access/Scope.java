package dev.safelight.core.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do. Stored and shown by its word: words never change. */
public enum Scope {
    /** See tasks, files, sessions and balances. */
    READ,
    /** Submit tasks and call them off. */
    SUBMIT,
    /** Look after the keys and endpoints of the own account. */
    ADMIN,
    /** Look after all accounts: their limits, grants and keys. */
    OPERATOR;

    /** All of them: what the first key of a data folder has. */
    public static final Set<Scope> ALL = Collections.unmodifiableSet(EnumSet.allOf(Scope.class));

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of this word. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** Their words with blanks between them, in one order. */
    public static String write(Set<Scope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(Scope::word)
                .collect(Collectors.joining(" "));
    }

    /** Reads what was written; a word of a newer build gives nothing here. */
    public static Set<Scope> read(String words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : words.split(" ", -1)) of(word).ifPresent(scopes::add);
        return Collections.unmodifiableSet(scopes);
    }
}
