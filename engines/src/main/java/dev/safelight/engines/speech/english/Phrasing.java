package dev.safelight.engines.speech.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The short breaks that people make around long figures though no mark is written there: a listener
 * has much to keep in mind at once.
 */
final class Phrasing {
    private static final Set<String> LEADS = Set.of(
            "a", "an", "the", "in", "on", "at", "by", "of", "for", "from", "to", "with", "before",
            "after", "until", "since", "about", "over", "under", "near", "between", "into",
            "during", "than");
    private static final Set<String> JOINTS = Set.of(
            "and",
            "or",
            "but",
            "because",
            "so",
            "that",
            "when",
            "where",
            "while",
            "since",
            "before",
            "after",
            "if",
            "until",
            "although",
            "which",
            "who",
            "than");
    private static final String BREAK = ",";
    private static final int LONG_FIGURE = 2;

    private Phrasing() {}

    /** The same readings with breaks after some of them; pauses that are written stay. */
    static List<Reading> of(List<Reading> readings) {
        List<Reading> phrased = new ArrayList<>(readings);
        for (int i = 0; i < readings.size(); i++) if (longFigure(readings.get(i))) part(phrased, i);
        return phrased;
    }

    private static boolean longFigure(Reading reading) {
        return reading.words().size() >= LONG_FIGURE
                && reading.written().chars().anyMatch(Character::isDigit);
    }

    /** Parts a figure from what is around it, but not from its own "in the" nor from its noun. */
    private static void part(List<Reading> readings, int figure) {
        int before = figure - 1;
        while (before >= 0 && leads(readings.get(before))) before--;
        pause(readings, before);
        if (figure + 1 == readings.size()) return;
        String next = readings.get(figure + 1).words().getFirst();
        if (LEADS.contains(next) || JOINTS.contains(next)) pause(readings, figure);
    }

    private static boolean leads(Reading reading) {
        return LEADS.contains(reading.words().getLast()) && reading.pause().isEmpty();
    }

    private static void pause(List<Reading> readings, int index) {
        if (index < 0 || !readings.get(index).pause().isEmpty()) return;
        readings.set(index, readings.get(index).with(BREAK));
    }
}
