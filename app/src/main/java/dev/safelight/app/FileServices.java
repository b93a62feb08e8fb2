package dev.safelight.app;

import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.library.Study;
import dev.safelight.core.search.FileSearch;
import dev.safelight.core.search.Indexing;
import dev.safelight.core.search.Searches;
import dev.safelight.core.search.TextMeaning;
import dev.safelight.core.upload.UploadPorts;
import dev.safelight.core.upload.UploadSweep;
import dev.safelight.core.upload.Uploads;
import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.media.inspect.Limits;
import dev.safelight.media.inspect.MediaInspector;
import dev.safelight.media.process.InstalledPrograms;
import dev.safelight.media.rendition.PictureRenditions;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** What is done with files in one process: they come in, are looked at, found and swept. */
final class FileServices {
    /** Where the launcher has unpacked programs that come along. */
    private static final String PROGRAMS = "safelight.ffmpeg.path";

    private final Assembly assembly;
    private final Blobs blobs;
    private final TextMeaning meaning;
    private final Path frames;
    private final Ffmpeg ffmpeg;
    private final Uploads uploads;
    private final Searches searches;

    /**
     * Loads nothing and has no thread before something comes in or is looked for.
     *
     * @param folder where programs that come along are unpacked to if they are not there yet
     * @param threads for searches, which block
     */
    FileServices(
            Assembly assembly,
            Blobs blobs,
            TextMeaning meaning,
            DataFolder folder,
            Executor threads,
            dev.safelight.app.Limits limits) {
        this.assembly = assembly;
        this.blobs = blobs;
        this.meaning = meaning;
        frames = folder.frames();
        ffmpeg = new Ffmpeg(
                folders(folder.programs()),
                InstalledPrograms.on(System.getenv().getOrDefault("PATH", "")),
                assembly.clock());
        var store = assembly.store();
        uploads = new Uploads(
                new UploadPorts(
                        store.uploads(),
                        store.accounts(),
                        store.limits(),
                        blobs,
                        new MediaInspector(ffmpeg, Limits.USUAL),
                        assembly.clock()),
                limits.uploads());
        store.files(assembly.clock()).onChanged(uploads::end);
        searches = new Searches(store.search(), meaning, threads, limits.search());
    }

    private static List<Path> folders(Path programs) {
        String unpacked = System.getProperty(PROGRAMS, "");
        return unpacked.isEmpty() ? List.of(programs) : List.of(Path.of(unpacked), programs);
    }

    Blobs blobs() {
        return blobs;
    }

    Uploads uploads() {
        return uploads;
    }

    FileSearch search() {
        return searches;
    }

    /** Lets the steps turn that look at files, and sweep them, until the store is closed. */
    void turn(Opened opened) {
        var store = assembly.store();
        var renditions = new PictureRenditions(ffmpeg, assembly.clock(), frames);
        var study = new Study(store.study(), blobs, renditions);
        assembly.turnBeside("file-study", study);
        opened.add(study::stop);
        var indexing = new Indexing(store.search(), meaning);
        assembly.turnBeside("file-index", indexing);
        opened.add(indexing::stop);
        var sweep = new BlobSweep(blobs, store.assets());
        assembly.turnBeside("blob-sweep", sweep);
        opened.add(sweep::stop);
        var uploadSweep = new UploadSweep(store.uploads());
        assembly.turnBeside("upload-sweep", uploadSweep);
        opened.add(uploadSweep::stop);
    }

    /** Ends searches; what is under way fails. */
    void close() {
        searches.close();
    }
}
