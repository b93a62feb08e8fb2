package dev.safelight.cli;

import dev.safelight.client.ImageRequest;
import dev.safelight.client.Request;
import dev.safelight.client.Safelight;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "image",
        description = "Draw a picture of what the words say: a PNG, or a .jpg, .gif, .bmp or .tiff"
                + " where the file's name ends so.",
        footer = {
            "",
            MakeCommand.WHICH_SERVER,
            "",
            "Example: ./safelight image \"a cat in space\" --aspect 16:9 -o cat.png"
        })
final class ImageCommand extends MakeCommand {
    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to show.")
    private List<String> words = List.of();

    @Option(
            names = "--aspect",
            paramLabel = "W:H",
            description = "1:1, 16:9, 9:16, 4:3, 3:4, 3:2, 2:3 or 21:9. Default: 1:1.")
    private @Nullable String aspect;

    @Option(names = "--size", paramLabel = "SIZE", description = "1K, 2K or 4K. Default: 1K.")
    private @Nullable String size;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "How it is drawn, as in watercolor. Default: as the words say.")
    private @Nullable String style;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed draws the same picture. Default: a new one each time.")
    private @Nullable Long seed;

    ImageCommand(Host host) {
        super(host);
    }

    @Override
    Job job() {
        String prompt = String.join(" ", words);
        if (prompt.isBlank()) throw wrong("there are no words to draw");
        return new Job(
                prompt, Format.Medium.PICTURE, null, (safelight, _) -> request(safelight, prompt));
    }

    private Request request(Safelight safelight, String prompt) throws InterruptedException {
        var session = safelight.createSession("Command line").id();
        var request = ImageRequest.of(session, prompt).with(options().submit());
        if (aspect != null) request = request.aspectRatio(aspect);
        if (size != null) request = request.size(size);
        if (style != null) request = request.style(style);
        if (seed != null) request = request.seed(seed);
        return request;
    }
}
