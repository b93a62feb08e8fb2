package dev.safelight.cli;

import dev.safelight.client.SpeechRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

@Command(
        name = "speech",
        description = "Read a text aloud, in English.",
        footer = {
            "",
            MakeCommand.WHICH_SERVER,
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
            description = "wav or flac. Default: as the file's name ends (.aiff and .au too), else"
                    + " wav.")
    private @Nullable String format;

    SpeechCommand(Host host) {
        super(host);
    }

    @Override
    Job job() {
        String text = text().strip();
        if (text.isEmpty()) throw wrong("there is no text to say");
        return new Job(text, Format.Medium.SOUND, format(), (_, becomes) -> request(text, becomes));
    }

    /** A server speaks WAV unless it is asked for FLAC; the rest is made here. */
    private SpeechRequest request(String text, @Nullable Format becomes) {
        var request = SpeechRequest.of(text).with(options().submit());
        if (voice != null) request = request.voice(voice);
        if (speed != null) request = request.speed(speed);
        if (becomes == Format.FLAC) return request.format("flac");
        return format == null ? request : request.format("wav");
    }

    private @Nullable Format format() {
        if (format == null) return null;
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "wav" -> Format.WAV;
            case "flac" -> Format.FLAC;
            default -> throw wrong("--format is wav or flac, not '" + Masked.value(format) + "'");
        };
    }

    private String text() {
        String file = source.file;
        if (file == null) return String.join(" ", source.words);
        boolean isStdin = file.equals("-");
        try {
            return isStdin ? TextFile.read(host().streams().in()) : TextFile.read(file);
        } catch (IOException e) {
            String shown = isStdin ? "standard input" : file;
            throw wrong("cannot read " + shown + ": " + Reason.of(e, file));
        }
    }
}
