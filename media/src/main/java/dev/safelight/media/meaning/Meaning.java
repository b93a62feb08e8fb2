package dev.safelight.media.meaning;

import ai.onnxruntime.OrtException;

import dev.safelight.core.search.TextMeaning;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Turns short texts into comparable vectors. Safe for use by many threads; loads at the first call,
 * and again at the next one after it has let go.
 */
public final class Meaning implements TextMeaning {
    /** How many numbers a vector has. */
    public static final int DIMENSIONS = 384;

    /** Held for reading while the model is used, for writing while it comes or goes. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private @Nullable SentenceModel model;
    private volatile boolean used;

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /**
     * The meaning of a text: {@value #DIMENSIONS} numbers, of length 1 taken together;
     * none where the model knows less than half of the text.
     *
     * @throws IOException when the model cannot be loaded or run on this machine
     */
    @Override
    public Optional<float[]> vector(String text) throws IOException {
        used = true;
        try {
            var vector = vectorIfLoaded(text);
            while (vector == null) {
                load();
                vector = vectorIfLoaded(text);
            }
            return Optional.of(vector).filter(told -> told.length > 0);
        } catch (OrtException | LinkageError e) {
            // The second where its library does not load: this machine has none, or no room for it.
            throw new IOException("the sentence model does not run here: " + e.getMessage(), e);
        }
    }

    private float @Nullable [] vectorIfLoaded(String text) throws OrtException {
        lock.readLock().lock();
        try {
            return model == null ? null : model.vector(text);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void load() throws IOException, OrtException {
        lock.writeLock().lock();
        try {
            if (model == null) model = SentenceModel.load();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void rest() {
        boolean isNeeded = used;
        used = false;
        if (isNeeded) return;
        lock.writeLock().lock();
        try {
            if (model != null) model.close();
        } catch (OrtException unwilling) {
            throw new IllegalStateException("the sentence model cannot be closed", unwilling);
        } finally {
            model = null;
            lock.writeLock().unlock();
        }
    }

    /** Whether it holds the model at this moment. */
    boolean isLoaded() {
        lock.readLock().lock();
        try {
            return model != null;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How near two texts are in meaning: 1 for the same, about 0 for unrelated. */
    public static float likeness(float[] one, float[] other) {
        float sum = 0;
        for (int at = 0; at < one.length; at++) sum += one[at] * other[at];
        return sum;
    }
}
