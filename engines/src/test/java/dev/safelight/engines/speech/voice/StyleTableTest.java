package dev.safelight.engines.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class StyleTableTest {
    private Path file;

    @BeforeEach
    void two_tables_of_three_rows(@TempDir Path folder) throws IOException {
        file = folder.resolve("styles.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[] {"jm_one", "jf_two"}) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                zip.write(array(name.equals("jm_one") ? 0 : 100));
            }
        }
    }

    @Test
    void tables_are_named_in_their_order() throws IOException {
        assertThat(StyleTable.names(file)).containsExactly("jm_one", "jf_two");
    }

    @Test
    void a_row_belongs_to_a_length_of_line() throws IOException {
        assertThat(StyleTable.read(file, "jf_two").row(1)).containsExactly(102, 103);
    }

    @Test
    void longer_lines_share_the_last_row() throws IOException {
        assertThat(StyleTable.read(file, "jm_one").row(700)).containsExactly(4, 5);
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThatThrownBy(() -> StyleTable.read(file, "jm_nobody"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jm_nobody");
    }

    private static byte[] array(int first) {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1, 2), }     \n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + 24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 6; i++) bytes.putFloat(first + i);
        return bytes.array();
    }
}
