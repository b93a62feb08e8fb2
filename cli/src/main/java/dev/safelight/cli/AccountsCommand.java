package dev.safelight.cli;

import dev.safelight.client.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "accounts",
        description = "Look after all accounts; needs a key with the scope operator.",
        footer = {"", Asking.WHICH_SERVER})
final class AccountsCommand {
    private static final String ACCOUNTS = "/accounts";
    private static final String ENGINES = "/engines";

    private final Asking asking;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;

    AccountsCommand(Host host) {
        asking = new Asking(host);
    }

    @Command(name = "list", description = "All accounts, newest first.")
    int list(@Mixin AskingOptions options, @Mixin PageOptions page) {
        return asking.run(
                options,
                server -> server.get(ACCOUNTS + page.query()),
                (answer, printed) -> printed.table(
                        List.of("ID", "NAME", "MODE", "SLOTS", "WEIGHT", "STORAGE", "CREATED"),
                        answer.at("accounts").items().stream()
                                .map(AccountsCommand::row)
                                .toList(),
                        answer));
    }

    private static List<String> row(Json account) {
        return List.of(
                Printed.text(account, "id"),
                Printed.text(account, "name"),
                Printed.text(account, "mode"),
                Printed.text(account, "limits", "slots"),
                Printed.text(account, "limits", "weight"),
                Printed.text(account, "limits", "storageBytes"),
                Printed.text(account, "createdAt"));
    }

    @Command(name = "show", description = "One account: its limits, credits and what it uses.")
    int show(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the account.") String id) {
        return asking.run(options, server -> server.get(path(id, "")), AccountsCommand::lines);
    }

    private static void lines(Json.Obj account, Printed printed) {
        for (var name : List.of("id", "name", "mode"))
            printed.line(name, Printed.text(account, name));
        for (var name : List.of("slots", "weight", "storageBytes"))
            printed.line(name, Printed.text(account, "limits", name));
        if (!(account.at("credits") instanceof Json.Obj credits)) return;
        CreditsCommand.lines(credits, printed);
        printed.line("liveTasks", Printed.text(account, "usage", "liveTasks"));
        printed.line("storedBytes", Printed.text(account, "usage", "storageBytes"));
    }

    @Command(name = "open", description = "Open an account, without a key.")
    int open(
            @Mixin AskingOptions options,
            @Mixin LimitOptions limits,
            @Option(
                            names = "--credits",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "What it starts with. Default: none.")
                    long credits,
            @Parameters(paramLabel = "NAME", description = "For people.") String name) {
        var json = Json.Obj.empty().with("name", name).with("credits", credits);
        return asking.run(
                options, server -> server.post(ACCOUNTS, limits.in(json)), AccountsCommand::lines);
    }

    @Command(name = "limits", description = "Change limits; what is not named stays as it is.")
    int limits(
            @Mixin AskingOptions options,
            @Mixin LimitOptions limits,
            @Parameters(paramLabel = "ID", description = "Of the account.") String id) {
        return asking.run(
                options,
                server -> server.patch(path(id, ""), limits.in(Json.Obj.empty())),
                AccountsCommand::lines);
    }

    @Command(name = "engines", description = "The engines and how many tasks each may have.")
    int engines(@Mixin AskingOptions options) {
        return asking.run(
                options,
                server -> server.get(ENGINES),
                (answer, printed) -> printed.table(
                        List.of("ENGINE", "SLOTS"),
                        answer.at("engines").items().stream()
                                .map(AccountsCommand::engine)
                                .toList(),
                        answer));
    }

    private static List<String> engine(Json engine) {
        String slots = Printed.text(engine, "slots");
        return List.of(
                Printed.text(engine, "name"), slots.equals("0") ? "as its workers take" : slots);
    }

    @Command(name = "engine", description = "Limit an engine, over all accounts.")
    int engine(
            @Mixin AskingOptions options,
            @Option(
                            names = "--slots",
                            paramLabel = "N",
                            required = true,
                            description = "Tasks that it may have at once; 0 means as many as its"
                                    + " workers take.")
                    long slots,
            @Parameters(paramLabel = "ENGINE", description = "Its name.") String name) {
        return asking.run(
                options,
                server -> server.patch(
                        ENGINES + "/" + PathSegment.of(name),
                        Json.Obj.empty().with("slots", slots)),
                (answer, printed) ->
                        printed.word(String.join(": ", AccountsCommand.engine(answer))));
    }

    @Command(name = "grant", description = "Give an account credits to spend.")
    int grant(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the account.") String id,
            @Parameters(paramLabel = "CREDITS", description = "How many.") Long credits) {
        return asking.run(
                options,
                server ->
                        server.post(path(id, "/grants"), Json.Obj.empty().with("credits", credits)),
                CreditsCommand::lines);
    }

    @Command(
            name = "key",
            description =
                    "Create a key of an account and print its text, which is shown this once.")
    int key(
            @Mixin AskingOptions options,
            @Mixin NewKeyOptions key,
            @Parameters(paramLabel = "ID", description = "Of the account.") String id,
            @Parameters(paramLabel = "LABEL", description = "For people.") String label) {
        return asking.run(
                options,
                server -> server.post(path(id, "/api-keys"), key.json(label)),
                KeysCommand::issued);
    }

    @Command(name = "audit", description = "Who did what to keys and accounts, newest first.")
    int audit(
            @Mixin AskingOptions options,
            @Mixin PageOptions page,
            @Option(names = "--all", description = "In all accounts, not in the own one alone.")
                    boolean all) {
        String whose = all ? "&accounts=all" : "";
        return asking.run(
                options,
                server -> server.get("/audit" + page.query() + whose),
                (answer, printed) -> printed.table(
                        List.of("AT", "ACTION", "RESULT", "OBJECT", "BY", "REQUEST"),
                        answer.at("entries").items().stream()
                                .map(AccountsCommand::act)
                                .toList(),
                        answer));
    }

    private static List<String> act(Json entry) {
        String key = Printed.text(entry, "apiKeyId");
        return List.of(
                Printed.text(entry, "at"),
                Printed.text(entry, "action"),
                Printed.text(entry, "result"),
                Printed.text(entry, "objectId"),
                key.isEmpty() ? "this machine" : key,
                Printed.text(entry, "requestId"));
    }

    private static String path(String id, String more) {
        return ACCOUNTS + "/" + PathSegment.of(id) + more;
    }
}
