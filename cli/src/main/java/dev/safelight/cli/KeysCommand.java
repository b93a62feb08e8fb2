package dev.safelight.cli;

import dev.safelight.client.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "keys",
        description = "Look after the keys of an account.",
        footer = {"", Asking.WHICH_SERVER})
final class KeysCommand {
    private static final String KEYS = "/api-keys";
    private static final String ONCE = " It is shown this once: keep it.";

    private final Asking asking;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    boolean help;

    KeysCommand(Host host) {
        asking = new Asking(host);
    }

    @Command(name = "list", description = "The keys, newest first, the revoked ones too.")
    int list(@Mixin AskingOptions options, @Mixin PageOptions page) {
        return asking.run(
                options,
                server -> server.get(KEYS + page.query()),
                (answer, printed) -> printed.table(
                        List.of("ID", "LABEL", "KEY", "MODE", "SCOPES", "CREATED", "REVOKED"),
                        answer.at("apiKeys").items().stream()
                                .map(KeysCommand::row)
                                .toList(),
                        answer));
    }

    private static List<String> row(Json key) {
        return List.of(
                Printed.text(key, "id"),
                Printed.text(key, "label"),
                Printed.text(key, "hint"),
                Printed.text(key, "mode"),
                Printed.text(key, "scopes"),
                Printed.text(key, "createdAt"),
                Printed.text(key, "revokedAt"));
    }

    @Command(
            name = "create",
            description = "Create a key and print its text, which is shown this once.")
    int create(
            @Mixin AskingOptions options,
            @Mixin NewKeyOptions key,
            @Parameters(paramLabel = "LABEL", description = "For people.") String label) {
        return asking.run(
                options, server -> server.post(KEYS, key.json(label)), KeysCommand::issued);
    }

    /** The text alone on standard output. */
    static void issued(Json.Obj answer, Printed printed) {
        printed.word(Printed.text(answer, "key"));
        printed.aside("The text of " + about(answer) + "." + ONCE);
        printed.aside("Its webhook secret: " + Printed.text(answer, "webhookSecret"));
    }

    private static String about(Json answer) {
        Json key = answer.at("apiKey");
        return Printed.text(key, "id") + " (" + Printed.text(key, "label") + "), which may "
                + Printed.text(key, "scopes");
    }

    @Command(name = "label", description = "Give a key another label.")
    int label(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id,
            @Parameters(paramLabel = "LABEL", description = "For people.") String label) {
        return asking.run(
                options,
                server -> server.patch(path(id, ""), Json.Obj.empty().with("label", label)),
                (answer, printed) -> printed.word(
                        Printed.text(answer, "id") + ": " + Printed.text(answer, "label")));
    }

    @Command(name = "show", description = "One key: its limits and what it has spent in them.")
    int show(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id) {
        return asking.run(options, server -> server.get(path(id, "")), KeysCommand::lines);
    }

    @Command(
            name = "limits",
            description = "Change limits of a key of any account; what is not named stays as it is,"
                    + " 0 means unlimited. Needs the scope operator.")
    int limits(
            @Mixin AskingOptions options,
            @Mixin KeyLimitOptions limits,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id) {
        return asking.run(
                options,
                server -> server.patch(path(id, "/limits"), limits.json()),
                KeysCommand::lines);
    }

    private static void lines(Json.Obj key, Printed printed) {
        for (var name : List.of("id", "label", "hint", "mode", "scopes"))
            printed.line(name, Printed.text(key, name));
        printed.line("slots", Printed.text(key, "limits", "slots"));
        printed.line("submits", Printed.text(key, "limits", "submitsPerMinute"));
        printed.line("reads", Printed.text(key, "limits", "readsPerMinute"));
        printed.line("per 5 hours", spent(key, "creditsPer5Hours"));
        printed.line("per day", spent(key, "creditsPerDay"));
        printed.line("per 7 days", spent(key, "creditsPer7Days"));
    }

    private static String spent(Json key, String window) {
        String used = Printed.text(key, "spent", window, "used");
        String limit = Printed.text(key, "limits", window);
        return used.isEmpty() ? limit : limit + ", used " + used;
    }

    @Command(name = "revoke", description = "End a key at once and for good.")
    int revoke(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id) {
        return asking.run(
                options,
                server -> server.delete(path(id, "")),
                (answer, printed) -> printed.word(Printed.text(answer, "id") + ": revoked at "
                        + Printed.text(answer, "revokedAt")));
    }

    @Command(
            name = "rotate",
            description = "Exchange the text of a key for a fresh one and print that.")
    int rotate(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id,
            @Option(
                            names = "--grace",
                            paramLabel = "SECONDS",
                            defaultValue = "0",
                            description =
                                    "How long the text before goes on, at most 86400. Default:"
                                            + " not at all.")
                    int grace) {
        return asking.run(
                options,
                server -> server.post(
                        path(id, "/rotate"), Json.Obj.empty().with("graceSeconds", grace)),
                (answer, printed) -> {
                    printed.word(Printed.text(answer, "key"));
                    printed.aside("The fresh text of " + about(answer) + "." + ONCE);
                });
    }

    @Command(
            name = "rotate-secret",
            description = "Exchange the webhook secret of a key for a fresh one and print that."
                    + " The one before signs beside it for 24 hours.")
    int rotateSecret(
            @Mixin AskingOptions options,
            @Parameters(paramLabel = "ID", description = "Of the key.") String id) {
        return asking.run(
                options,
                server -> server.post(path(id, "/rotate-secret"), Json.Obj.empty()),
                (answer, printed) -> {
                    printed.word(Printed.text(answer, "webhookSecret"));
                    printed.aside("The fresh webhook secret of " + about(answer) + "." + ONCE);
                });
    }

    private static String path(String id, String more) {
        return KEYS + "/" + PathSegment.of(id) + more;
    }
}
