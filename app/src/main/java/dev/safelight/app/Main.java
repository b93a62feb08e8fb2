package dev.safelight.app;

import dev.safelight.cli.Cli;
import dev.safelight.cli.Host;
import dev.safelight.cli.Printable;
import dev.safelight.cli.Streams;
import dev.safelight.cli.pack.PackCommand;
import dev.safelight.client.Environment;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the launcher starts: one command, then an exit code. */
public final class Main {
    private static final Set<String> CLI =
            Set.of("image", "speech", "upload", "accounts", "keys", "credits", "events");

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv()));
    }

    private static int run(List<String> args, Map<String, String> environment) {
        String command = args.isEmpty() ? "help" : args.getFirst();
        var rest = args.isEmpty() ? args : args.subList(1, args.size());
        try {
            if (CLI.contains(command)) return Cli.run(args, host(environment));
            return switch (command) {
                case "serve" -> Serve.run(rest, environment);
                case "packs" -> packs(rest, environment);
                case "--train" -> Training.run();
                default -> {
                    // A key may stand in the place of a command by mistake.
                    var shown =
                            command.matches("[a-z-]{1,15}") ? " '" + command + "'" : " so named";
                    System.err.println("safelight: no command" + shown + "; see ./safelight help");
                    yield 2;
                }
            };
        } catch (ConfigFault | IOException fault) {
            System.err.println("safelight: " + Printable.of(Serve.why(fault)));
            return 2;
        }
    }

    private static int packs(List<String> args, Map<String, String> environment)
            throws ConfigFault {
        var config = ConfigReader.read(List.of(), environment);
        return new PackCommand(config.packs()).run(args, System.out);
    }

    /** The launcher alone sees it: the JVM puts a file of its own in the place of the stream. */
    private static boolean isClosed(String descriptor) {
        return System.getProperty("safelight.closed", "").contains(descriptor);
    }

    private static PrintStream closed() {
        return new PrintStream(ClosedStream.INSTANCE);
    }

    private static Host host(Map<String, String> environment) {
        // Only the launcher knows of standard error: Java's console is about input and output.
        boolean terminal = Boolean.getBoolean("safelight.terminal");
        var out = isClosed("1") ? closed() : System.out;
        var err = isClosed("2") ? closed() : System.err;
        var streams = new Streams(System.in, out, err, terminal);
        return new Host(
                environment,
                streams,
                Environment.ofThisMachine(),
                ShutdownHook::onInterrupt,
                new LocalServing(environment),
                new FolderServing(environment));
    }
}
