package dev.safelight.engines.illustrator.art;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One set of vector art in the Iconify format: a single JSON file of up to 100 MB. Only where each
 * drawing lies in the file is kept in memory; a drawing is read when it is wanted.
 */
final class IconSet {
    /** Variants by skin tone say nothing that a prompt could ask for by name. */
    private static final Pattern VARIANT =
            Pattern.compile(".*-(dark|light|medium|tone\\d|skin-tone)$");

    private final String pack;
    private final Path file;
    private final int side;
    private final Map<String, Span> spans;

    /** Where a drawing's JSON object lies in the file, in bytes. */
    private record Span(long from, long to) {}

    private IconSet(String pack, Path file, int side, Map<String, Span> spans) {
        this.pack = pack;
        this.file = file;
        this.side = side;
        this.spans = spans;
    }

    static IconSet open(String pack, Path file) throws IOException {
        Map<String, Span> spans = new LinkedHashMap<>();
        int side = 16;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                if (key.equals("icons")) index(parser, spans);
                else if (key.equals("width")) side = parser.getIntValue();
                else parser.skipChildren();
            }
        }
        return new IconSet(pack, file, side, spans);
    }

    private static void index(JsonParser parser, Map<String, Span> spans) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            long to = parser.currentTokenLocation().getByteOffset() + 1;
            if (!VARIANT.matcher(name).matches()) spans.put(name, new Span(from, to));
        }
    }

    String pack() {
        return pack;
    }

    /** The width and height of a drawing that names none of its own. */
    int side() {
        return side;
    }

    Set<String> names() {
        return spans.keySet();
    }

    /** The JSON of one drawing. */
    String json(String name) throws IOException {
        Span span = spans.get(name);
        if (span == null) throw new IOException(pack + " has no drawing " + name);
        byte[] bytes = new byte[(int) (span.to - span.from)];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(span.from);
            in.readFully(bytes);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
