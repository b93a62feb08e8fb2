package dev.safelight.server.dialect.tasks;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.face.JsonText;
import dev.safelight.server.webhook.Notice;
import dev.safelight.server.webhook.OwnSignature;
import dev.safelight.server.webhook.Wording;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a {@code callback_url} is told at its task's end alone: what a query answers. */
public final class Callbacks {
    private static final OwnSignature SIGNATURE = OwnSignature.hex("X-ByteSpike-Signature", "");

    private final MadeAssets made;
    private final MadeFiles files;
    private final TaskJson rendering;

    private Callbacks(DialectPorts ports) {
        made = new MadeAssets(ports.library().assets());
        files = new MadeFiles(ports.library().signed(), MadeFiles.A_WEEK);
        var ids = new ShownIds(TasksFace.IDS, ports.source().spellings());
        rendering = TaskJson.ofEntries(ports, ids);
    }

    /** In this dialect's words. */
    public static Wording wording(DialectPorts ports) {
        return new Wording(ModelNames.DIALECT, new Callbacks(ports)::of, SIGNATURE);
    }

    private CompletableFuture<Optional<String>> of(Notice notice) {
        return switch (notice) {
            case Notice.OfTask task ->
                made.of(task.view()).thenApply(found -> Optional.of(told(task.view(), found)));
            case Notice.OfFile _, Notice.Test _ ->
                CompletableFuture.completedFuture(Optional.empty());
        };
    }

    private String told(TaskView view, List<Asset> made) {
        byte[] body = JsonText.object(
                json -> rendering.write(json, view, array -> files.write(array, made)));
        return new String(body, StandardCharsets.UTF_8);
    }
}
