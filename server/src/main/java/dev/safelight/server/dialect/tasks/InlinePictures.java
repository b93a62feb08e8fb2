package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Ids;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;
import dev.safelight.server.upload.Intake;

import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Makes files of pictures that stand in an input. Equal bytes are one file of an account's, under
 * an id that they give, so that a repeated submit stores nothing and reads as the same.
 */
final class InlinePictures {
    private final Intake intake;
    private final KnownAssets assets;
    private final ShownIds ids;

    InlinePictures(DialectPorts ports, ShownIds ids) {
        intake = ports.incoming().intake();
        assets = ports.library().assets();
        this.ids = ids;
    }

    /** Who brings them. */
    record Bringer(Principal who, KeyDigest text) {}

    /** Puts the ids of files where pictures stood in these fields. */
    CompletableFuture<?> store(Bringer by, ObjectNode input, List<String> fields) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(input);
        for (var field : fields) {
            if (DataUri.is(input.path(field).asString("")))
                all = all.thenCompose(before -> store(by, input, field));
        }
        return all;
    }

    private CompletableFuture<?> store(Bringer by, ObjectNode input, String field) {
        byte[] bytes = DataUri.picture(input.get(field).asString()).orElseThrow();
        var who = by.who();
        var id = id(who.account().number(), bytes);
        var wish = new NewUpload.Wish(field, "image", false, null);
        var what = new NewUpload(id, who.account(), who.key(), by.text(), wish);
        return assets.find(who.account(), id)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(id)
                        : take(what, bytes, field))
                .thenAccept(there -> input.put(field, ids.of(there)));
    }

    private CompletableFuture<AssetId> take(NewUpload what, byte[] bytes, String field) {
        return intake.take(bytes, what).handle((asset, fault) -> {
            if (fault != null) pass(field, fault);
            return what.id();
        });
    }

    /** What is wrong with a picture is wrong with its field. */
    private static void pass(String field, Throwable fault) {
        if (!(fault.getCause() instanceof Refusal refusal)) throw new CompletionException(fault);
        var problem = refusal.problem();
        // Another call has just brought the same bytes.
        if (problem.code() == ProblemCode.UPLOAD_NOT_OPEN) return;
        if (!isOfThePicture(problem.code())) throw refusal;
        throw new Refusal(Problem.invalid(
                field, "The picture in '" + field + "' is not taken: " + problem.detail()));
    }

    private static boolean isOfThePicture(ProblemCode code) {
        return code == ProblemCode.UNSUPPORTED_MEDIA_TYPE
                || code == ProblemCode.INVALID_FILE
                || code == ProblemCode.NOT_AVAILABLE;
    }

    private static AssetId id(long account, byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(account).flip());
            var digest = ByteBuffer.wrap(sha.digest(bytes));
            return new AssetId(Ids.derived(account, digest.getLong(), digest.getLong()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
