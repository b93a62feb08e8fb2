package dev.safelight.server.dialect.executions;

import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StoredFile;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One file: looked at, put away, shown to everybody. Its addresses are signed at each look. */
final class FileOperations {
    private final Files files;
    private final KnownAssets assets;
    private final Supplier<Id> previewIds;
    private final ExecutionIds ids;
    private final ExecutionJson executions;
    private final FileJson rendering;

    FileOperations(
            DialectPorts ports, ExecutionIds ids, ExecutionJson executions, FileJson rendering) {
        files = ports.library().files();
        assets = ports.library().assets();
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
                found -> show(found.orElseThrow(ExecutionIds::noFile)));
    }

    Answer archive(Call call) {
        Principal who = call.who();
        return Answer.later(
                files.archive(who.account(), ids.file(call.segment(0))),
                found -> show(found.orElseThrow(ExecutionIds::noFile)));
    }

    Answer enablePreview(Call call) {
        return change(
                call,
                (account, id) -> files.showPublicly(account, id, previewIds.get())
                        .thenApply(FileOperations::unlessArchived));
    }

    Answer disablePreview(Call call) {
        return change(call, files::hide);
    }

    /** Something that is done to a file's preview. */
    private interface Change {
        CompletableFuture<Optional<StoredFile.Whole>> of(AccountId account, AssetId id);
    }

    private Answer change(Call call, Change change) {
        var account = call.who().account();
        var id = ids.file(call.segment(0));
        return Answer.later(
                change.of(account, id),
                found -> found.isPresent() ? show(found.get()) : unchanged(account, id));
    }

    /** One whose bytes are not there has no preview; whoever brings it is told so. */
    private Answer unchanged(AccountId account, AssetId id) {
        return Answer.later(files.find(account, id), found -> {
            if (found.orElse(null) instanceof StoredFile.Missing)
                throw notShown("The bytes of this file are not there: it has no preview.");
            throw ExecutionIds.noFile();
        });
    }

    private static Optional<StoredFile.Whole> unlessArchived(Optional<StoredFile.Whole> found) {
        if (found.isEmpty() || !found.get().state().archived()) return found;
        throw notShown("This file is archived: nobody but its account sees it.");
    }

    private static Refusal notShown(String why) {
        return new Refusal(ProblemCode.FILE_NOT_SHOWN, why);
    }

    private Answer show(StoredFile file) {
        return Answer.json(JsonText.object(json -> {
            switch (file) {
                case StoredFile.Missing(var upload) -> rendering.write(json, upload);
                case StoredFile.Whole whole -> {
                    if (!assets.isThere(whole.asset())) throw ExecutionIds.noFile();
                    rendering.write(json, whole, executions.origin(whole));
                }
            }
        }));
    }
}
