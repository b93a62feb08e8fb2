package dev.safelight.cli;

import dev.safelight.client.Asset;
import dev.safelight.client.Destination;
import dev.safelight.client.Environment;
import dev.safelight.client.Safelight;
import dev.safelight.client.TemporaryFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a finished file to where it was wanted, as what it was wanted. */
record Delivery(Safelight safelight, Environment environment) {

    /**
     * Writes the file whole, or nothing.
     *
     * @param name for a file that nobody named
     * @throws StoppedException when the server made something else than it was asked for
     */
    Written deliver(Asset asset, Plan plan, String name)
            throws IOException, InterruptedException, StoppedException {
        Format conversion = conversion(asset, plan.format());
        return switch (plan.output()) {
            case Plan.Output.Stream stream ->
                complete(asset, conversion, stream.shown(), file -> print(file, stream.to()));
            case Plan.Output.Named named ->
                save(asset, conversion, named.shown(), named.destination());
            case Plan.Output.InFolder in -> {
                Path file = in.folder().resolve(name);
                yield save(asset, conversion, file.toString(), Destination.at(file, environment));
            }
        };
    }

    /** Puts a file that is complete where it is wanted. */
    @FunctionalInterface
    private interface Last {
        void put(Path file) throws IOException, InterruptedException;
    }

    /** Null when the file is right as it is. */
    private static @Nullable Format conversion(Asset asset, @Nullable Format wanted)
            throws StoppedException {
        if (wanted == null) return null;
        Format made = Format.ofType(asset.contentType()).orElse(null);
        if (made == wanted) return null;
        if (made != null && Conversion.isPossible(made, wanted)) return wanted;
        throw new StoppedException(
                ExitCode.FAILED,
                "wrong_type",
                "the server made %s, which cannot become %s; it is kept there as %s"
                        .formatted(asset.contentType(), wanted.ending(), asset.id()));
    }

    private Written save(Asset asset, @Nullable Format conversion, String shown, Destination to)
            throws IOException, InterruptedException {
        if (conversion != null)
            return complete(
                    asset, conversion, shown, file -> to.write(out -> Files.copy(file, out)));
        safelight.download(asset.id(), to);
        return as(asset, shown);
    }

    /** Not a byte comes out of a download that breaks off or a file that cannot be converted. */
    private Written complete(Asset asset, @Nullable Format conversion, String shown, Last last)
            throws IOException, InterruptedException {
        try (var made = Scratch.create();
                var wanted = Scratch.create()) {
            safelight.download(asset.id(), made.file());
            Written written = conversion == null
                    ? as(asset, shown)
                    : convert(made.file(), conversion, shown, wanted.file());
            last.put(conversion == null ? made.file() : wanted.file());
            return written;
        }
    }

    private static void print(Path file, PrintStream to) throws IOException {
        Files.copy(file, to);
        if (to.checkError()) throw new IOException("the standard stream is closed or full");
    }

    private static Written as(Asset asset, String place) {
        return new Written(place, asset.contentType(), asset.bytes(), asset.sha256());
    }

    private static Written convert(Path made, Format wanted, String place, Path to)
            throws IOException {
        try (var measured = new Measured(Files.newOutputStream(to))) {
            Conversion.write(made, wanted, measured);
            return measured.written(place, wanted.contentType());
        }
    }

    /** A file of this command's own, gone when it is closed. */
    private record Scratch(Path file) implements AutoCloseable {
        static Scratch create() throws IOException {
            return new Scratch(TemporaryFile.create());
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
