package dev.safelight.engines.speech.voice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A voice's styles, one row for each length of line: an array in NumPy's format inside a zip. */
final class StyleTable {
    private static final int PREFIX = 10; // magic (6), version (2), length of the header (2)
    private static final Pattern SHAPE = Pattern.compile(
            "'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+), 1, (\\d+)\\)");
    private final float[] values;
    private final int rows;
    private final int columns;

    private StyleTable(float[] values, int rows, int columns) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    /** The names of the tables in a file, in its order. */
    static List<String> names(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().endsWith(".npy"))
                    names.add(entry.getName().substring(0, entry.getName().length() - 4));
        }
        return names;
    }

    static StyleTable read(Path file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals(name + ".npy")) return parse(zip);
        }
        throw new IOException(file.getFileName() + " holds no styles named " + name);
    }

    /** The style for a line of so many symbols; longer lines share the last. */
    float[] row(int symbols) {
        int row = Math.clamp(symbols, 0, rows - 1);
        float[] style = new float[columns];
        System.arraycopy(values, row * columns, style, 0, columns);
        return style;
    }

    private static StyleTable parse(InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(PREFIX - 2);
        String description = new String(bytes.array(), PREFIX, header, StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(description);
        if (!shape.find()) throw new IOException("not a table of floats: " + description);
        int rows = Integer.parseInt(shape.group(1));
        int columns = Integer.parseInt(shape.group(2));
        float[] values = new float[rows * columns];
        bytes.position(PREFIX + header)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new StyleTable(values, rows, columns);
    }
}
