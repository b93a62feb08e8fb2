package dev.safelight.engines.illustrator.art;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.search.TextMeaning;
import dev.safelight.media.meaning.Meaning;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the name that is nearest in meaning to a phrase. The names' vectors are worked out at the
 * first question that needs them, in about a second, and kept. Safe for use by many threads.
 */
final class NearestName {
    /** Below this, the nearest name is only the least strange one. */
    private static final float SURE = .56f;

    private final TextMeaning meaning;
    private final List<String> names;
    private final Map<String, float[]> vectors = new LinkedHashMap<>();

    NearestName(TextMeaning meaning, List<String> names) {
        this.meaning = meaning;
        this.names = names;
    }

    /** @throws IOException when nobody can tell now; it may be otherwise the next time */
    synchronized Optional<String> nearest(String phrase, Run run) throws IOException, Stopped {
        // A run that was stopped here leaves the rest to the next one.
        for (String name : names.subList(vectors.size(), names.size())) {
            run.proceed();
            vectors.put(name, meaning.vector(name.replace('-', ' ')).orElseThrow());
        }
        return meaning.vector(phrase).flatMap(this::nearest);
    }

    private Optional<String> nearest(float[] wanted) {
        Optional<String> best = Optional.empty();
        float most = SURE;
        for (Map.Entry<String, float[]> known : vectors.entrySet()) {
            float near = Meaning.likeness(wanted, known.getValue());
            if (near > most) {
                most = near;
                best = Optional.of(known.getKey());
            }
        }
        return best;
    }
}
