package dev.safelight.testkit.tidy;

/**
 * One breach of one rule.
 *
 * @param path relative to the repository, with forward slashes
 * @param line from 1
 * @param rule its short name, as the ratchet spells it
 * @param message what is wrong, with the figure and the limit
 */
record Finding(String path, int line, String rule, String message) {
    @Override
    public String toString() {
        return "%s:%d: %s: %s".formatted(path, line, rule, message);
    }
}
