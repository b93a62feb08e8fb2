package dev.safelight.cli;

import dev.safelight.client.Environment;

import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param variables of the environment; an empty one counts as not set
 */
public record Host(
        Map<String, String> variables,
        Streams streams,
        Environment environment,
        Interrupts interrupts,
        LocalServer localServer,
        FolderServer folderServer) {
    /** The variable whose value is never shown. */
    static final String KEY = "SAFELIGHT_API_KEY";

    /** Empty when it is not set. */
    String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    /** Text for people: no codes that drive a terminal, and no key. */
    String shown(String text) {
        return Printable.of(Masked.of(text, variable(KEY)));
    }

    /** Whether somebody looks at standard error through a terminal that obeys escape codes. */
    boolean canRedraw() {
        String terminal = variable("TERM");
        return streams.terminal()
                && !terminal.isEmpty()
                && !terminal.equals("dumb")
                && variable("NO_COLOR").isEmpty();
    }

    /** The names of the variables alone: keys are among their values. */
    @Override
    public String toString() {
        return "Host" + variables.keySet();
    }
}
