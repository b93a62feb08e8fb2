package dev.safelight.core.tool;

/** The canonical name of a tool, as in {@code generate-image}; dialects know it by aliases too. */
public record ToolName(String text) {
    public static final ToolName GENERATE_IMAGE = new ToolName("generate-image");
    public static final ToolName TEXT_TO_SPEECH = new ToolName("text-to-speech");

    @Override
    public String toString() {
        return text;
    }
}
