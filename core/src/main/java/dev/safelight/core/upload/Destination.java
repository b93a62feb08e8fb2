package dev.safelight.core.upload;

import dev.safelight.core.asset.Inspection;

import java.util.concurrent.CompletableFuture;

/** Where the row of a file goes whose bytes have come: announced before, or not. */
sealed interface Destination {

    /** Makes a file of the bytes. */
    CompletableFuture<UploadVerdict> keep(Received received);

    /** Whether anybody waits for the bytes still. */
    default boolean isWanted() {
        return true;
    }

    /** What is said when the key has died that brings it. */
    default UploadRefusal.KeyEnded keyEnded() {
        return new UploadRefusal.KeyEnded(this instanceof Announced);
    }

    /** Notes that they are none; complete when whoever asks is told so. */
    CompletableFuture<?> refuse(Inspection.Refused why);

    /** The file was announced, so there is a row of it already. */
    record Announced(UploadStore store, NewUpload what, Claim claim) implements Destination {
        @Override
        public boolean isWanted() {
            return claim.isGood();
        }

        @Override
        public CompletableFuture<UploadVerdict> keep(Received received) {
            return store.finish(what.id(), received);
        }

        @Override
        public CompletableFuture<?> refuse(Inspection.Refused why) {
            return store.refuse(what.id(), why);
        }
    }

    /** Nobody knows of the file yet, and where it is refused nobody will. */
    record AtOnce(UploadStore store, NewUpload what) implements Destination {
        @Override
        public CompletableFuture<UploadVerdict> keep(Received received) {
            return store.add(what, received);
        }

        @Override
        public CompletableFuture<?> refuse(Inspection.Refused why) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
