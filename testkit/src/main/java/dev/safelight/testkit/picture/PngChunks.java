package dev.safelight.testkit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A PNG taken apart by the specification, each check sum looked at.
 *
 * @param types of all chunks, in order
 * @param texts of {@code tEXt} and {@code iTXt} by keyword
 */
public record PngChunks(List<String> types, Map<String, String> texts) {

    /** Fails where the file is none. */
    public static PngChunks of(byte[] file) {
        var types = new ArrayList<String>();
        var texts = new LinkedHashMap<String, String>();
        var rest = ByteBuffer.wrap(file, 8, file.length - 8);
        while (rest.hasRemaining()) {
            byte[] data = new byte[rest.getInt()];
            byte[] type = new byte[4];
            rest.get(type).get(data);
            var sum = new CRC32();
            sum.update(type);
            sum.update(data);
            assertThat(rest.getInt()).isEqualTo((int) sum.getValue());
            String name = new String(type, StandardCharsets.US_ASCII);
            types.add(name);
            if (name.equals("sRGB")) assertThat(data).containsExactly(0);
            if (name.endsWith("Xt") || name.equals("iTXt")) put(name, data, texts);
        }
        return new PngChunks(types, texts);
    }

    private static void put(String type, byte[] data, Map<String, String> texts) {
        int end = 0;
        while (data[end] != 0) end++;
        var keyword = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        boolean latin = type.equals("tEXt");
        // Of iTXt: no compression, its method, no language, no translated keyword.
        int from = latin ? end + 1 : end + 5;
        var charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        texts.put(keyword, new String(Arrays.copyOfRange(data, from, data.length), charset));
    }
}
