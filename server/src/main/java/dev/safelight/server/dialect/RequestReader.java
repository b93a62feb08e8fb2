package dev.safelight.server.dialect;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.tool.Alias;
import dev.safelight.core.tool.GivenFiles;
import dev.safelight.core.tool.ReadInput;
import dev.safelight.core.tool.ToolRequest;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads what a valid input asks for, in any dialect: canonical, with the files that it names. A
 * submit and its estimate read it alike, so that they have one price.
 */
public final class RequestReader {
    private final KnownAssets assets;
    private final IdSpellings spellings;

    public RequestReader(DialectPorts ports) {
        assets = ports.library().assets();
        spellings = ports.source().spellings();
    }

    /**
     * What was read.
     *
     * @param isWhole whether all of its files are the account's and have not expired; those that
     *     are not are left out of the request
     */
    record Read(ToolRequest request, boolean isWhole) {}

    /**
     * What is asked for.
     *
     * @param input valid against the alias's schema
     * @return fails with a Refusal when a file that it names is not there
     */
    public CompletableFuture<ToolRequest> whole(AccountId account, Alias alias, ObjectNode input) {
        return read(account, alias, input).thenApply(read -> {
            if (!read.isWhole()) throw InputIds.noFile();
            return read.request();
        });
    }

    /** The same, for whom a missing file may not matter. */
    CompletableFuture<Read> read(AccountId account, Alias alias, ObjectNode input) {
        var canonical = canonical(alias, input);
        var named = InputIds.read(canonical, alias.tool().inputSchema(), spellings);
        if (named.isEmpty()) {
            var request = new ToolRequest(alias.model(), canonical, GivenFiles.NONE);
            return CompletableFuture.completedFuture(new Read(request, true));
        }
        var ids = named.stream().map(InputIds.Named::id).toList();
        return assets.findAll(account, ids).thenApply(found -> {
            if (found.size() < named.size())
                return new Read(new ToolRequest(alias.model(), canonical, GivenFiles.NONE), false);
            return new Read(new ToolRequest(alias.model(), canonical, given(named, found)), true);
        });
    }

    private static ObjectNode canonical(Alias alias, ObjectNode input) {
        return switch (alias.read(input)) {
            case ReadInput.Canonical(var canonical) -> canonical;
            case ReadInput.Contradiction(var one, var other) ->
                throw new Refusal(Problem.invalid(
                        other, "'" + other + "' and '" + one + "' mean the same and differ."));
        };
    }

    /** @param found one for each that is named, in the same order */
    private static GivenFiles given(List<InputIds.Named> named, List<Asset> found) {
        var files = new GivenFiles.Draft();
        for (int at = 0; at < named.size(); at++) {
            named.get(at).check(found.get(at));
            files.add(named.get(at).field(), found.get(at));
        }
        return files.done();
    }
}
