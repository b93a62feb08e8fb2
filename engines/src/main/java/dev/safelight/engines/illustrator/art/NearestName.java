package dev.safelight.engines.illustrator.art;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.media.meaning.Meaning;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(NearestName.class);

    /** Below this, the nearest name is only the least strange one. */
    private static final float SURE = .56f;

    private final Meaning meaning;
    private final List<String> names;
    private final Map<String, float[]> vectors = new LinkedHashMap<>();
    private boolean broken;

    NearestName(Meaning meaning, List<String> names) {
        this.meaning = meaning;
        this.names = names;
    }

    synchronized Optional<String> nearest(String phrase, Run run) throws Stopped {
        if (broken) return Optional.empty();
        try {
            // A run that was stopped here leaves the rest to the next one.
            for (String name : names.subList(vectors.size(), names.size())) {
                run.proceed();
                vectors.put(name, meaning.vector(name.replace('-', ' ')).orElseThrow());
            }
            return meaning.vector(phrase).flatMap(this::nearest);
        } catch (IOException e) {
            // Pictures are still made by name and keyword.
            LOG.warn("Subjects are found by keyword only: {}", e.getMessage());
            broken = true;
            return Optional.empty();
        }
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
