package dev.safelight.cli;

import dev.safelight.client.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

@Command(
        name = "credits",
        description = "See what an account has and what became of it.",
        footer = {"", Asking.WHICH_SERVER})
final class CreditsCommand {
    private final Asking asking;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;

    CreditsCommand(Host host) {
        asking = new Asking(host);
    }

    @Command(name = "balance", description = "What is free to spend, held and spent.")
    int balance(@Mixin AskingOptions options) {
        return asking.run(options, server -> server.get("/account"), (answer, printed) -> {
            if (answer.at("credits") instanceof Json.Obj credits) lines(credits, printed);
        });
    }

    static void lines(Json.Obj credits, Printed printed) {
        for (var name : List.of("granted", "available", "held", "spent"))
            printed.line(name, Printed.text(credits, name));
    }

    @Command(name = "ledger", description = "What was posted to the account's book, newest first.")
    int ledger(@Mixin AskingOptions options, @Mixin PageOptions page) {
        return asking.run(
                options,
                server -> server.get("/ledger" + page.query()),
                (answer, printed) -> printed.table(
                        List.of("AT", "KIND", "AVAILABLE", "HELD", "SPENT", "BALANCE", "TASK"),
                        answer.at("postings").items().stream()
                                .map(CreditsCommand::row)
                                .toList(),
                        answer));
    }

    private static List<String> row(Json posting) {
        return List.of(
                Printed.text(posting, "at"),
                Printed.text(posting, "kind"),
                Printed.text(posting, "available"),
                Printed.text(posting, "held"),
                Printed.text(posting, "spent"),
                Printed.text(posting, "balance"),
                Printed.text(posting, "taskId"));
    }
}
