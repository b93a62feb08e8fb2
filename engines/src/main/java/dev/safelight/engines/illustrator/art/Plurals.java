package dev.safelight.engines.illustrator.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** English plurals, as far as finding a drawing needs them. */
public final class Plurals {
    private static final Map<String, String> IRREGULAR = Map.of(
            "mice", "mouse",
            "men", "man",
            "women", "woman",
            "children", "child",
            "geese", "goose",
            "wolves", "wolf",
            "leaves", "leaf",
            "people", "person",
            "sheep", "ewe",
            "oxen", "ox");

    private Plurals() {}

    /** The phrase itself, then what its last word may be a plural of. */
    static List<String> forms(String phrase) {
        int gap = phrase.lastIndexOf(' ') + 1;
        String start = phrase.substring(0, gap);
        String word = phrase.substring(gap);
        List<String> forms = new ArrayList<>(List.of(phrase));
        String irregular = IRREGULAR.get(word);
        if (irregular != null) forms.add(start + irregular);
        if (word.endsWith("ies") && word.length() > 4)
            forms.add(start + word.substring(0, word.length() - 3) + "y");
        if (word.endsWith("es") && word.length() > 4)
            forms.add(start + word.substring(0, word.length() - 2));
        if (word.endsWith("s") && !word.endsWith("ss") && word.length() > 3) {
            forms.add(start + word.substring(0, word.length() - 1));
        }
        return forms;
    }

    public static boolean plural(String phrase) {
        String word = phrase.substring(phrase.lastIndexOf(' ') + 1);
        return IRREGULAR.containsKey(word)
                || (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us"));
    }
}
