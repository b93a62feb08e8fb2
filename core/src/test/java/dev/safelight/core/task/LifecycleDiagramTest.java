package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The diagram in the documents is what the function says, drawn. */
class LifecycleDiagramTest {
    private static final Path FILE = Path.of("..", "docs", "lifecycle.md");

    @Test
    void the_documents_show_the_lifecycle_as_the_function_decides_it() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo(drawn());
    }

    private static String drawn() {
        var text = new StringBuilder();
        text.append("# A task's life\n\nDrawn from `TaskLifecycle.apply`; a test keeps it so.\n\n");
        text.append("```mermaid\nstateDiagram-v2\n    [*] --> pending: submitted\n");
        for (var state : Samples.states()) {
            for (var event : Samples.events()) draw(state, event, text);
        }
        for (var state : Samples.states()) {
            if (state.status().isTerminal()) text.append(arrow(word(state.status()), "[*]"));
        }
        return text.append("```\n").toString();
    }

    private static void draw(TaskState state, TaskEvent event, StringBuilder text) {
        if (!(TaskLifecycle.apply(state, event) instanceof Transition.Moved(var next))) return;
        var line = arrow(word(state.status()), word(next.status())).stripTrailing();
        text.append(line).append(": ").append(word(event.kind())).append('\n');
    }

    private static String arrow(String from, String to) {
        return "    " + from + " --> " + to + "\n";
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
