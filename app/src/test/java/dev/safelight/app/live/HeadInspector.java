package dev.safelight.app.live;

import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.FileInspector;
import dev.safelight.core.asset.Inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells PNG and WAV by their heads, and refuses the rest: as much as tests of the way in need. */
public final class HeadInspector implements FileInspector {
    private static final int HEAD = 44;
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    @Override
    public Inspection inspect(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return inspect(ByteBuffer.wrap(in.readNBytes(HEAD)));
        }
    }

    private static Inspection inspect(ByteBuffer head) {
        String text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (text.startsWith(PNG))
            return head.remaining() < 24
                    ? new Inspection.Refused(Inspection.Reason.DAMAGED, "The PNG is cut off.")
                    : new Inspection.Understood(
                            "image/png", FileFacts.picture(head.getInt(16), head.getInt(20)));
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8))
            return new Inspection.Understood(
                    "audio/wav", new FileFacts(null, null, null, 1.0, null, List.of("pcm")));
        return new Inspection.Refused(
                Inspection.Reason.UNKNOWN_TYPE, "The file is of no type that is taken here.");
    }
}
