package dev.safelight.cli;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a file that nobody named. */
final class FileName {
    private static final int LONGEST = 40;

    private FileName() {}

    /** As in {@code a-cat-in-space.png}; {@code fallback} stands for words without a letter. */
    static String of(String words, String fallback, String contentType) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String stem = shortened(plain).replaceAll("^-|-$", "");
        String ending = Format.ofType(contentType).map(Format::ending).orElse(".bin");
        return (stem.isEmpty() ? fallback : stem) + ending;
    }

    /** Cut between words, unless the first is too long for that. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST) return text;
        int cut = text.lastIndexOf('-', LONGEST);
        return text.substring(0, cut > 0 ? cut : LONGEST);
    }
}
