package dev.safelight.client;

/**
 * Text that travels in a header. It is checked where it comes in, because the HTTP client of the
 * JDK shows what it refuses in its exception.
 */
final class HeaderText {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char NEXT_LINE = '\u0085';

    private HeaderText() {}

    /**
     * The text without the white space around it.
     *
     * @param what its name, as a message begins
     * @throws IllegalArgumentException when it cannot be sent; its message never shows the text
     */
    static String of(String what, String given, int longest) {
        String text = trimmed(given);
        if (text.isEmpty()) throw new IllegalArgumentException(what + " is empty");
        if (text.length() > longest)
            throw new IllegalArgumentException(what + " has more than " + longest + " characters");
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~')
                throw new IllegalArgumentException(
                        what + " has " + kind(c) + " inside: only printable ASCII can be sent");
        });
        return text;
    }

    private static String kind(int c) {
        if (c == '\n' || c == '\r') return "a line end";
        return Character.isISOControl(c) ? "a control character" : "a character beyond ASCII";
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isAround(text.charAt(begin))) begin++;
        while (end > begin && isAround(text.charAt(end - 1))) end--;
        return text.substring(begin, end);
    }

    private static boolean isAround(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == BYTE_ORDER_MARK
                || c == NEXT_LINE;
    }
}
