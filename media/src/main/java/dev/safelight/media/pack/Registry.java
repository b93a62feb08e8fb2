package dev.safelight.media.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Fetches with the package clients of this machine, each from the registry that it is set to. */
final class Registry implements Source {
    private static final long MINUTES = 30;

    private final PrintStream out;

    Registry(PrintStream out) {
        this.out = out;
    }

    @Override
    public Optional<Path> plain(Pack pack, PackFile file) {
        return Optional.empty();
    }

    @Override
    public Path archive(Release release, Path scratch) throws PackFailure, IOException {
        out.println("  fetching " + release);
        List<List<String>> commands = release.commands();
        String reason = "no " + commands.getFirst().getFirst() + " on this machine: install it";
        for (List<String> command : commands) {
            Optional<String> said = run(command, scratch);
            Optional<Path> archive = Source.find(release, scratch);
            if (archive.isPresent()) return archive.get();
            if (said.isPresent()) reason = command.getFirst() + " says: " + complaint(said.get());
        }
        throw new PackFailure("%s: %s; or put the archive %s* into a folder and add --from FOLDER"
                .formatted(release, reason, release.archiveStem()));
    }

    /** What the client said, or nothing when this machine has no such client. */
    private static Optional<String> run(List<String> command, Path scratch)
            throws PackFailure, IOException {
        Path log = scratch.resolve("client.log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(scratch.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES))
                process.destroyForcibly().waitFor();
            return Optional.of(Files.readString(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackFailure("interrupted while fetching");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first line that speaks of an error: later ones are about logs and upgrades. */
    private static String complaint(String said) {
        return said.lines()
                .filter(line -> line.matches("(?i)(npm )?err(or|!).*"))
                .findFirst()
                .orElse("nothing");
    }
}
