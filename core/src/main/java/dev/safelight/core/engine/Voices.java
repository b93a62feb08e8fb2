package dev.safelight.core.engine;

import java.util.List;

/** The voices that can be asked for now; the default one first. */
public interface Voices {
    List<Voice> list();
}
