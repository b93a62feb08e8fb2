package dev.safelight.media.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

class JpegHeaderTest {
    private static final int BASELINE = 0xC0;
    private static final int IN_PASSES = 0xC2;

    @TempDir
    Path folder;

    /** Three colours, none of them sampled thinner. */
    private Path jpeg(int kind, int scanned) throws IOException {
        var bytes = ByteBuffer.allocate(60).putShort((short) 0xFFD8);
        bytes.putShort((short) (0xFF00 | kind)).putShort((short) 17).put((byte) 8);
        bytes.putShort((short) 10_000).putShort((short) 10_000).put((byte) 3);
        for (byte colour = 1; colour <= 3; colour++)
            bytes.put(colour).put((byte) 0x11).put((byte) 0);
        bytes.putShort((short) 0xFFDA).putShort((short) (6 + 2 * scanned)).put((byte) scanned);
        return Files.write(folder.resolve("a.jpg"), bytes.array());
    }

    @ParameterizedTest
    @CsvSource({
        BASELINE + ", 3, 0",
        BASELINE + ", 2, 600000000",
        BASELINE + ", 1, 600000000",
        IN_PASSES + ", 3, 600000000",
    })
    void a_decoder_holds_all_of_what_one_part_of_its_data_is_not_enough_for(
            int kind, int scanned, long held) throws IOException, UnfitFile {
        try (var file = FileBytes.open(jpeg(kind, scanned))) {
            assertThat(JpegHeader.read(file).held()).isEqualTo(held);
        }
    }
}
