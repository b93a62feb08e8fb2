package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Ids;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.KnownAssets;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;
import dev.safelight.server.upload.Intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Makes files of pictures that stand in an input. Equal bytes are one file of an account's, under
 * an id that they give, so that a repeated submit stores nothing and reads as the same. They are
 * temporary files: nobody asked to keep them, and where the submit is refused they go too.
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

    /** A picture, and the file that it is once it is stored. */
    static final class Picture {
        private final String field;
        private final AssetId id;
        private final byte[] bytes;

        /** @param field in which it stood */
        private Picture(String field, AssetId id, byte[] bytes) {
            this.field = field;
            this.id = id;
            this.bytes = bytes;
        }
    }

    /** Puts the ids of files where pictures stood; the files need not be there. */
    List<Picture> name(Bringer by, SubmitInput.Read read) {
        var named = new ArrayList<Picture>();
        read.pictures().forEach((field, bytes) -> {
            var id = id(by.who().account().number(), bytes);
            read.fields().put(field, ids.of(id));
            named.add(new Picture(field, id, bytes));
        });
        return named;
    }

    /** Has the files there, one after the other. */
    CompletableFuture<?> store(Bringer by, List<Picture> pictures) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(pictures);
        for (var picture : pictures) all = all.thenCompose(before -> store(by, picture));
        return all;
    }

    private CompletableFuture<AssetId> store(Bringer by, Picture picture) {
        var who = by.who();
        var wish = new NewUpload.Wish(picture.field, "image", true, null);
        var what = new NewUpload(picture.id, who.account(), who.key(), by.text(), wish);
        return assets.find(who.account(), picture.id)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(picture.id)
                        : take(what, picture.bytes, picture.field));
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
