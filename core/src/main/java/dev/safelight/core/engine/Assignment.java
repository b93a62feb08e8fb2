package dev.safelight.core.engine;

/**
 * One of several jobs that are rendered in one call. Each ends by itself: what becomes of one
 * changes nothing for the others. The first end that is told counts. Used on the thread that the
 * call was made on.
 */
public interface Assignment {
    Job job();

    /** This job's own: it is cancelled, and reports progress, apart from the others. */
    Run run();

    /** It is made; its files are stored when this returns. */
    void made(Made made);

    /** It came to nothing. */
    void failed(EngineFailure failure);

    /** It was asked to stop, and did. */
    void stopped();
}
