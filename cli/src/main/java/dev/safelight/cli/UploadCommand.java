package dev.safelight.cli;

import dev.safelight.client.UploadOptions;
import dev.safelight.client.Uploaded;
import dev.safelight.client.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "upload",
        description = "Bring a file, and print the id by which tasks name it.",
        footer = {"", Asking.WHICH_SERVER})
final class UploadCommand implements Callable<Integer> {
    private final Host host;

    @Mixin
    private final AskingOptions options = new AskingOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "A picture (PNG, JPEG, GIF, WebP, SVG), a clip (MP4, WebM), sound (WAV,"
                    + " FLAC, MP3, Ogg) or a PDF. Its bytes tell which.")
    private Path file = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What it is called there. Default: its own name.")
    private String name = "";

    @Option(names = "--temporary", description = "Keep it for a day only.")
    private boolean temporary;

    @Option(
            names = "--transcript",
            paramLabel = "FILE",
            description = "A text in UTF-8 with what is said in it, by which it is found. At most"
                    + " 20,000 characters.")
    private String transcript = "";

    UploadCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return new Asking(host).errand(options, this::bring, (answer, printed) -> {
            printed.word(Printed.text(answer, "assetId"));
            printed.aside(Printed.text(answer, "fileName") + ": "
                    + Printed.text(answer, "contentType") + ", " + Printed.text(answer, "bytes")
                    + " bytes");
        });
    }

    private Json.Obj bring(Target server) throws InterruptedException, StoppedException {
        var said = new UploadOptions(name, temporary, transcript());
        try {
            return json(Servers.connect(server, host).upload(file, said));
        } catch (IOException unreadable) {
            throw unreadable("" + file, unreadable);
        }
    }

    private String transcript() throws StoppedException {
        try {
            return transcript.isEmpty() ? "" : TextFile.read(transcript);
        } catch (IOException unreadable) {
            throw unreadable(transcript, unreadable);
        }
    }

    private static StoppedException unreadable(String file, IOException why) {
        return new StoppedException(
                ExitCode.USAGE,
                "unreadable_file",
                "cannot read " + file + ": " + Reason.of(why, file));
    }

    private static Json.Obj json(Uploaded file) {
        return Json.Obj.empty()
                .with("assetId", file.id().value())
                .with("fileName", file.name())
                .with("contentType", file.contentType())
                .with("bytes", file.bytes())
                .with("sha256", file.sha256());
    }
}
