package dev.safelight.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that ask a server for something. */
public final class Cli {
    private static final int COLUMNS = 90;

    private Cli() {}

    /**
     * Runs one command on the calling thread, to its end.
     *
     * @param args the command's name and what follows it; none prints the help
     * @return what the process should exit with; see {@code --help} for what each number says
     */
    public static int run(List<String> args, Host host) {
        var line = new CommandLine(new Root());
        line.addSubcommand(new ImageCommand(host)).addSubcommand(new SpeechCommand(host));
        line.getSubcommands().values().forEach(Cli::explainExitCodes);
        for (var tending : List.of(
                new UploadCommand(host),
                new KeysCommand(host),
                new AccountsCommand(host),
                new CreditsCommand(host),
                new EventsCommand(host))) line.addSubcommand(tending);
        line.setOut(writer(host.streams().out()))
                .setErr(writer(host.streams().err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(COLUMNS)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((e, _) -> wrong(e, host))
                .setExecutionExceptionHandler(Cli::broken);
        Numbers.register(line);
        return line.execute(args.toArray(String[]::new));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    @Command(name = "./safelight", description = "Make a file from words.")
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static void explainExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
    }

    /** What is wrong and where to read on: the whole help would push it off the screen. */
    private static int wrong(CommandLine.ParameterException e, Host host) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("safelight: " + host.shown(reason(e)));
        command.getErr().println("Try '" + name + " --help'.");
        return ExitCode.USAGE.number();
    }

    /** Picocli repeats the words that it does not know and the values that do not fit. */
    private static String reason(CommandLine.ParameterException e) {
        String said = String.valueOf(e.getMessage());
        String value = e.getValue();
        if (!(e instanceof CommandLine.UnmatchedArgumentException unknown))
            return value == null ? said : said.replace(value, Masked.value(value));
        var words = unknown.getUnmatched().stream().map(word -> "'" + Masked.argument(word) + "'");
        String kind = unknown.isUnknownOption() ? "Unknown option: " : "Unknown word: ";
        var near = unknown.getSuggestions();
        return words.collect(Collectors.joining(", ", kind, ""))
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
    }

    /** Without its message, which nobody wrote for people and which may show what is secret. */
    private static int broken(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        String where = Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
        command.getErr()
                .println("safelight: a fault of its own (" + e.getClass().getSimpleName() + where
                        + "); please report it");
        return ExitCode.FAILED.number();
    }
}
