package dev.safelight.core.tool;

/** The canonical name of a tool, as in {@code generate-image}; dialects know it by aliases too. */
public record ToolName(String text) {
    public static final ToolName GENERATE_IMAGE = new ToolName("generate-image");
    public static final ToolName TEXT_TO_SPEECH = new ToolName("text-to-speech");

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
