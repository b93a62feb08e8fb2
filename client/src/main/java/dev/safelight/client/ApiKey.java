package dev.safelight.client;

/**
 * What a server knows its caller by. White space around it, as a file's last line end, is trimmed.
 * Printing it shows nothing; {@link #text} alone gives it away.
 */
public final class ApiKey {
    private static final int LONGEST = 4_096;

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /**
     * Checks that it can travel in a header; the server says whether it knows it.
     *
     * @throws IllegalArgumentException when it cannot; the message says why without showing it
     */
    public static ApiKey of(String given) {
        String text = HeaderText.of("the key", given, LONGEST);
        if (text.indexOf(' ') >= 0)
            throw new IllegalArgumentException("the key has a space inside: it is one word");
        return new ApiKey(text);
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
