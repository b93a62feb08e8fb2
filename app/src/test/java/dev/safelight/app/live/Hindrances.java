package dev.safelight.app.live;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.FileInspector;
import dev.safelight.core.asset.Inspection;
import dev.safelight.testkit.simulation.ForwardingBlobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What a test lets come between while files come in: none at first. */
public final class Hindrances {
    /** Looks at whole files. */
    public volatile FileInspector inspector = new HeadInspector();

    /** Is called before each piece is written. */
    public volatile Writing writing = () -> {};

    /** Is called when a file is on disk, and in no row yet. */
    public volatile Runnable synced = () -> {};

    /** Where the pieces are said to be written to, if not where they are. */
    public volatile Path elsewhere = Path.of("");

    /** May fail. */
    @FunctionalInterface
    public interface Writing {
        void begin() throws IOException;
    }

    /** Whatever looks at files by then. */
    FileInspector inspectors() {
        return new FileInspector() {
            @Override
            public Inspection inspect(Path file) throws IOException {
                return inspector.inspect(file);
            }

            @Override
            public boolean takesProgram(Path file) throws IOException {
                return inspector.takesProgram(file);
            }
        };
    }

    Blobs over(Blobs blobs) {
        return new ForwardingBlobs(blobs) {
            @Override
            public Arriving receive() throws IOException {
                return new Piecewise(super.receive());
            }
        };
    }

    private final class Piecewise implements Arriving {
        private final Arriving arriving;

        private Piecewise(Arriving arriving) {
            this.arriving = arriving;
        }

        @Override
        public void add(ByteBuffer piece) throws IOException {
            writing.begin();
            arriving.add(piece);
        }

        @Override
        public Path file() throws IOException {
            return elsewhere.isAbsolute() ? elsewhere : arriving.file();
        }

        @Override
        public Blob store() throws IOException {
            var blob = arriving.store();
            synced.run();
            return blob;
        }

        @Override
        public void withdraw() throws IOException {
            arriving.withdraw();
        }

        @Override
        public void close() throws IOException {
            arriving.close();
        }
    }
}
