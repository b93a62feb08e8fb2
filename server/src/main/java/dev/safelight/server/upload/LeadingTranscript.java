package dev.safelight.server.upload;

import dev.safelight.server.http.body.Upload;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes a body that begins with what is said in its file; the rest is the file. */
final class LeadingTranscript implements Upload.Sink {
    private static final int LONGEST = 20_000;

    private final ByteBuffer text;
    private final Consumer<String> told;
    private final Upload.Sink file;

    /** @param bytes of the transcript in UTF-8, at least 1 */
    LeadingTranscript(int bytes, Consumer<String> told, Upload.Sink file) {
        text = ByteBuffer.allocate(bytes);
        this.told = told;
        this.file = file;
    }

    @Override
    public void take(ByteBuffer piece) throws IOException {
        int more = Math.min(text.remaining(), piece.remaining());
        if (more > 0) {
            text.put(piece.slice(piece.position(), more));
            piece.position(piece.position() + more);
            if (!text.hasRemaining()) told.accept(transcript());
        }
        if (piece.hasRemaining()) file.take(piece);
    }

    /** When all has come. */
    void mustBeWhole() {
        if (text.hasRemaining()) throw refused("is longer than the body.");
    }

    private String transcript() {
        try {
            var read = StandardCharsets.UTF_8.newDecoder().decode(text.flip()).toString();
            // The decoder leaves it at its end, where nothing is taken any more.
            if (read.indexOf(0) >= 0) throw refused("contains U+0000, which is not text.");
            if (read.codePointCount(0, read.length()) > LONGEST)
                throw refused("has more than " + LONGEST + " characters.");
            return read;
        } catch (CharacterCodingException broken) {
            throw refused("is not UTF-8.");
        }
    }

    private Refusal refused(String why) {
        return new Refusal(Problem.invalid(
                "transcriptBytes",
                "The transcript, the first " + text.capacity() + " bytes of the body, " + why));
    }
}
