package dev.safelight.media.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.InterruptedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class JpegTest {
    private static Jpeg noise(int side) {
        var jpeg = new Jpeg(side, side, Map.of(), 100);
        var row = new byte[side * 3];
        for (int y = 0; y < side; y++) {
            for (int at = 0; at < row.length; at++) row[at] = (byte) (at * 7919 * (y + 1));
            jpeg.row(row);
        }
        return jpeg;
    }

    @Test
    void it_asks_on_the_way_whether_to_stop() throws Exception {
        var asked = new AtomicInteger();
        assertThat(noise(512).finish(() -> asked.incrementAndGet() < 0)).startsWith(0xFF, 0xD8);
        assertThat(asked).hasValueGreaterThan(10);
    }

    @Test
    void nothing_comes_of_one_that_is_stopped_in_the_middle() {
        var asked = new AtomicInteger();
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> noise(512).finish(() -> asked.incrementAndGet() > 5));
    }
}
