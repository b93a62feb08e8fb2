package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options that every command has which asks about keys and accounts. */
final class AskingOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder to work on while no server runs. Default: SAFELIGHT_DATA,"
                            + " else ./data.")
    @Nullable
    String data;

    @Option(names = "--json", description = "Print what the server answered as one line of JSON.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;
}
