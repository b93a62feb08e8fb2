package dev.safelight.app;

import dev.safelight.cli.Cli;
import dev.safelight.cli.Host;
import dev.safelight.cli.Reason;
import dev.safelight.cli.Streams;
import dev.safelight.client.Environment;
import dev.safelight.engines.pack.PackCommand;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the launcher starts: one command, then an exit code. */
public final class Main {
    private static final Set<String> CLI = Set.of("image", "speech");

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
                    System.err.println(
                            "safelight: no command '" + command + "'; see ./safelight help");
                    yield 2;
                }
            };
        } catch (ConfigFault fault) {
            System.err.println("safelight: " + fault.getMessage());
            return 2;
        } catch (IOException fault) {
            System.err.println("safelight: " + Reason.of(fault, ""));
            return 2;
        }
    }

    private static int packs(List<String> args, Map<String, String> environment)
            throws ConfigFault {
        var config = ConfigReader.read(List.of(), environment);
        return new PackCommand(config.packs()).run(args, System.out);
    }

    private static Host host(Map<String, String> environment) {
        // Only the launcher knows of standard error: Java's console is about input and output.
        boolean terminal = Boolean.getBoolean("safelight.terminal");
        var streams = new Streams(System.in, System.out, System.err, terminal);
        return new Host(
                environment,
                streams,
                Environment.ofThisMachine(),
                ShutdownHook::onInterrupt,
                new LocalServing(environment));
    }
}
