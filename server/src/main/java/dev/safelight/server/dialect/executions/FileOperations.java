package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;
import dev.safelight.server.http.JsonText;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One file: looked at, put away, shown to everybody. Its addresses are signed at each look. */
final class FileOperations {
    private final Files files;
    private final KnownAssets assets;
    private final Tasks tasks;
    private final Supplier<Id> previewIds;
    private final ExecutionIds ids;
    private final ExecutionJson executions;
    private final FileJson rendering;

    FileOperations(
            DialectPorts ports, ExecutionIds ids, ExecutionJson executions, FileJson rendering) {
        files = ports.library().files();
        assets = ports.library().assets();
        tasks = ports.work().tasks();
        previewIds = ports.source().ids()::unguessable;
        this.ids = ids;
        this.executions = executions;
        this.rendering = rendering;
    }

    /** {@code GET /v1/files/{fileId}}, and its {@code hydrate}, which has nothing to add. */
    Answer get(Call call) {
        Principal who = call.who();
        return Answer.later(
                files.find(who.account(), ids.file(call.segment(0))),
                found -> show(who, found.orElseThrow(ExecutionIds::noFile)));
    }

    Answer archive(Call call) {
        return change(call, files::archive);
    }

    Answer enablePreview(Call call) {
        return change(call, (account, id) -> files.showPublicly(account, id, previewIds.get()));
    }

    Answer disablePreview(Call call) {
        return change(call, files::hide);
    }

    /** Something that is done to a file. */
    private interface Change {
        CompletableFuture<Optional<StoredFile.Whole>> of(AccountId account, AssetId id);
    }

    private Answer change(Call call, Change change) {
        Principal who = call.who();
        return Answer.later(
                change.of(who.account(), ids.file(call.segment(0))),
                found -> show(who, found.orElseThrow(ExecutionIds::noFile)));
    }

    private Answer show(Principal who, StoredFile file) {
        return switch (file) {
            case StoredFile.Missing(var upload) ->
                Answer.json(JsonText.object(json -> rendering.write(json, upload)));
            case StoredFile.Whole whole -> {
                if (!assets.isThere(whole.asset())) throw ExecutionIds.noFile();
                yield withMaker(who, whole);
            }
        };
    }

    private Answer withMaker(Principal who, StoredFile.Whole file) {
        var maker = file.asset().maker();
        if (maker == null) return text(file, null);
        return Answer.later(
                tasks.findHere(who, new TaskId(maker)), view -> text(file, view.orElse(null)));
    }

    private Answer.Text text(StoredFile.Whole file, @Nullable TaskView maker) {
        var origin = maker == null ? null : executions.origin(maker);
        return Answer.json(JsonText.object(json -> rendering.write(json, file, origin)));
    }
}
