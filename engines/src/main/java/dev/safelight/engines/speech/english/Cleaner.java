package dev.safelight.engines.speech.english;

import com.ibm.icu.text.Normalizer2;

import java.util.Map;

/** Text as it comes, made even: one kind of quote, one kind of space, no unseen signs. */
final class Cleaner {
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("½", " 1/2"),
            Map.entry("¼", " 1/4"),
            Map.entry("¾", " 3/4"),
            Map.entry("⅓", " 1/3"),
            Map.entry("⅔", " 2/3"),
            Map.entry("™", ""),
            Map.entry("®", ""),
            Map.entry("©", ""),
            Map.entry("’", "'"),
            Map.entry("‘", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("…", "... "));

    private Cleaner() {}

    /** Lines are kept; everything else that is blank is a space. */
    static String clean(String text) {
        String plain = text;
        for (Map.Entry<String, String> entry : PLAIN.entrySet())
            plain = plain.replace(entry.getKey(), entry.getValue());
        // NFKC turns wide and raised forms into plain ones: a raised 2 is a 2.
        StringBuilder clean = new StringBuilder();
        Normalizer2.getNFKCInstance().normalize(plain).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE -> {}
                case Character.SPACE_SEPARATOR -> clean.append(' ');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
                case Character.CONTROL -> clean.append(c == '\n' || c == '\r' ? '\n' : ' ');
                default -> clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }
}
