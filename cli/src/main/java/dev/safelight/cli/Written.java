package dev.safelight.cli;

/**
 * A file that is where it was wanted.
 *
 * @param place its path; {@code -} for standard output
 * @param sha256 in lower-case hexadecimal
 */
record Written(String place, String contentType, long bytes, String sha256) {
    static final String STDOUT = "-";

    boolean isStdout() {
        return place.equals(STDOUT);
    }
}
