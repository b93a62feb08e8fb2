package dev.safelight.cli;

import dev.safelight.client.json.Json;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** What a new key may do. */
final class NewKeyOptions {
    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            description = "Some of read, submit, admin and operator, with commas between them."
                    + " Default: read,submit.")
    List<String> scopes = List.of();

    @Option(
            names = "--test",
            description = "A key for tests: the sandbox engine, and a book of its own.")
    boolean test;

    Json.Obj json(String label) {
        var json = Json.Obj.empty().with("label", label);
        if (test) json = json.with("mode", "test");
        if (scopes.isEmpty()) return json;
        var words = new ArrayList<Json>();
        for (var scope : scopes) words.add(new Json.Text(scope.strip()));
        return json.with("scopes", new Json.Arr(words));
    }
}
