package dev.safelight.core.task;

/** A worker by the store's own number, fresh at every start of the process. */
public record WorkerId(long number) {
    /** Written out: a start would wait for the JVM to make it. */
    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
