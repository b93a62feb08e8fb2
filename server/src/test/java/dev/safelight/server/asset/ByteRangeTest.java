package dev.safelight.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ByteRangeTest {

    private static ByteRange.Asked of100(String header) {
        return ByteRange.read(Optional.of(header), 100);
    }

    private static ByteRange.Asked part(long from, long length) {
        return new ByteRange.Part(new ByteRange(from, length));
    }

    @Test
    void a_part_is_cut_to_the_file() {
        assertThat(of100("bytes=0-0")).isEqualTo(part(0, 1));
        assertThat(of100("bytes=10-19")).isEqualTo(part(10, 10));
        assertThat(of100("bytes=90-1000")).isEqualTo(part(90, 10));
        assertThat(of100("bytes=99-")).isEqualTo(part(99, 1));
        assertThat(of100("bytes=-1")).isEqualTo(part(99, 1));
        assertThat(of100("bytes=-1000")).isEqualTo(part(0, 100));
    }

    @Test
    void a_part_outside_is_said_to_be_outside() {
        assertThat(of100("bytes=100-")).isEqualTo(new ByteRange.Outside());
        assertThat(of100("bytes=-0")).isEqualTo(new ByteRange.Outside());
        assertThat(ByteRange.read(Optional.of("bytes=0-"), 0)).isEqualTo(new ByteRange.Outside());
    }

    @Test
    void what_we_do_not_read_means_the_whole_file() {
        for (var header : List.of(
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "items=0-1",
                "bytes=0-1,3-4",
                "bytes=99999999999999999999-"))
            assertThat(of100(header)).as(header).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.read(Optional.empty(), 100)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void it_is_named_as_http_wants_it() {
        assertThat(new ByteRange(10, 5).contentRange(100)).isEqualTo("bytes 10-14/100");
    }
}
