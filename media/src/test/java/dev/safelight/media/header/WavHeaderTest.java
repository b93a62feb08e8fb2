package dev.safelight.media.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A WAV of 16,000 bytes of samples whose rate of bytes is a lie. */
class WavHeaderTest {
    private static final int LIE = 1_000_000;

    @TempDir
    Path folder;

    private SoundHeader read(int kind, int channels, int bits, int block)
            throws IOException, UnfitFile {
        var wav = ByteBuffer.allocate(44 + 16_000).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) kind).putShort((short) channels).putInt(8_000).putInt(LIE);
        wav.putShort((short) block).putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(16_000);
        try (var file = FileBytes.open(Files.write(folder.resolve("a.wav"), wav.array()))) {
            return WavHeader.read(file);
        }
    }

    /** In ADPCM, by the standards: blocks of 256 bytes hold 500 and 505 samples of one channel. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 16, 2, 1.0",
        "6, 1, 8, 1, 2.0",
        "6, 2, 8, 2, 1.0",
        "7, 1, 8, 1, 2.0",
        "2, 1, 4, 256, 3.90625",
        "2, 2, 4, 512, 1.953125",
        "17, 1, 4, 256, 3.9453125",
        "17, 2, 4, 512, 1.97265625",
    })
    void is_as_long_as_its_samples_last(int kind, int channels, int bits, int block, double seconds)
            throws Exception {
        assertThat(read(kind, channels, bits, block).seconds()).isEqualTo(seconds, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 4, 6", "17, 1, 4, 3", "17, 1, 4, 0", "2, 1, 8, 256", "17, 0, 4, 256"})
    void of_blocks_that_cannot_be_is_damaged(int kind, int channels, int bits, int block) {
        assertThatThrownBy(() -> read(kind, channels, bits, block))
                .isInstanceOf(UnfitFile.class)
                .hasMessage("The WAV's format contradicts itself.");
    }

    @Test
    void of_a_rare_kind_is_refused() {
        assertThatThrownBy(() -> read(0x55, 1, 16, 2)).isInstanceOf(UnfitFile.class);
    }
}
