package dev.safelight.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command tells a script. The numbers are a promise: change none. */
enum ExitCode {
    OK(0, "The file is there."),
    FAILED(1, "The task failed, or its file could not be written."),
    USAGE(2, "The command or its input is wrong."),
    UNREACHABLE(3, "The server cannot be reached, or is too busy."),
    UNAUTHORISED(4, "The key is missing, unknown or not allowed to do this."),
    OUT_OF_CREDITS(5, "The account has too few credits."),
    TIMED_OUT(6, "It took too long, and was cancelled."),
    INTERRUPTED(130, "Ctrl-C; the task was cancelled.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    /** For the help text. */
    static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        for (ExitCode code : values()) meanings.put(Integer.toString(code.number), code.meaning);
        return meanings;
    }
}
