package dev.safelight.cli;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.util.function.Function;

/** Reads the numbers of options, and calls them numbers when they are none. */
final class Numbers {
    private Numbers() {}

    static void register(CommandLine line) {
        line.registerConverter(Long.class, text -> whole(text, Long::valueOf));
        line.registerConverter(Integer.class, text -> whole(text, Integer::valueOf));
        line.registerConverter(int.class, text -> whole(text, Integer::valueOf));
        line.registerConverter(Double.class, Numbers::decimal);
    }

    private static <T> T whole(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number in range");
        }
    }

    private static Double decimal(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // Told below, like a number that has no end.
        }
        throw new TypeConversionException("'" + text + "' is not a number such as 1.5");
    }
}
