package dev.safelight.core.tool;

/** The name of an engine as it stands in results and in the configuration, as in {@code speech}. */
public record EngineName(String text) {
    /** Every task of a test key goes here. */
    public static final EngineName SANDBOX = new EngineName("sandbox");

    public static final EngineName ILLUSTRATOR = new EngineName("illustrator");
    public static final EngineName SPEECH = new EngineName("speech");

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
