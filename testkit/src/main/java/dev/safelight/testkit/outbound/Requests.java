package dev.safelight.testkit.outbound;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads requests as they stand on the wire. */
public final class Requests {
    private static final Pattern LENGTH =
            Pattern.compile("(?im)^content-length:[ \t]*([0-9]+)\r?$");

    private Requests() {}

    /** The next one, head and body; an {@link EOFException} where there is none. */
    public static String next(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new EOFException("no further request");
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
