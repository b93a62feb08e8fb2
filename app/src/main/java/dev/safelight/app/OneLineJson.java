package dev.safelight.app;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Escapes what JSON allows in a string, but what ends a line for some readers and terminals. */
final class OneLineJson extends JsonEncoder {
    private static final Pattern ENDS = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029]");

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new String(super.encode(event), StandardCharsets.UTF_8);
        return ENDS.matcher(line)
                .replaceAll(end -> "\\\\u%04x".formatted((int) end.group().charAt(0)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
