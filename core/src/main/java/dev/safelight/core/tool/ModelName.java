package dev.safelight.core.tool;

/** The catalog's name of a model, as in {@code illustrator-1}. */
public record ModelName(String text) {

    /** Written out: a start would wait for the JVM to make it. */
    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
