package dev.safelight.cli;

import dev.safelight.client.SpeechRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

@Command(
        name = "speech",
        description = "Read a text aloud, in English.",
        footer = {
            "",
            Cli.WHICH_SERVER,
            "",
            "Example: ./safelight speech \"The picture is ready.\" -o ready.wav"
        })
final class SpeechCommand extends MakeCommand {
    /** Where the text comes from: one of the two. */
    private static final class Source {
        @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What to say.")
        private List<String> words = List.of();

        @Option(
                names = "--file",
                paramLabel = "TEXTFILE",
                description = "Read the text from this file, in UTF-8. - is standard input.")
        private @Nullable String file;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--voice",
            paramLabel = "ID",
            description = "A voice that the server has. Default: the server's own.")
    private @Nullable String voice;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "0.5 to 2; 1 is the voice's own pace. Default: 1.")
    private @Nullable Double speed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "wav or flac. Default: as the file's name ends, else wav.")
    private @Nullable String format;

    SpeechCommand(Host host) {
        super(host);
    }

    @Override
    Job job() {
        String text = text().strip();
        if (text.isEmpty()) throw wrong("there is no text to say");
        var request = request(text);
        return new Job(text, "speech", safelight -> request);
    }

    private SpeechRequest request(String text) {
        var request = SpeechRequest.of(text).with(options().submit());
        if (voice != null) request = request.voice(voice);
        if (speed != null) request = request.speed(speed);
        if (format != null) request = request.format(format);
        else if (isFlac(options().output)) request = request.format("flac");
        return request;
    }

    private static boolean isFlac(@Nullable String output) {
        return output != null && output.toLowerCase(Locale.ROOT).endsWith(".flac");
    }

    private String text() {
        String file = source.file;
        if (file == null) return String.join(" ", source.words);
        try {
            return file.equals("-")
                    ? new String(host().streams().in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw wrong("cannot read " + file + ": " + e.getMessage());
        }
    }
}
