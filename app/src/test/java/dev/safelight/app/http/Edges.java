package dev.safelight.app.http;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * JSON texts around the limits that a schema sets, and one of every form that it does not expect.
 */
public final class Edges {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "-1",
            "1",
            "0.5",
            "5.0",
            "5e0",
            "2E1",
            "1e-1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "4294967297",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "18446744073709551617",
            "1e19",
            "1e20",
            "-1e20",
            "1.5e20",
            "1e100",
            "1e308",
            "-1e308",
            "1e309",
            "-1e400",
            "1e-400",
            "0e999999999",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e2147483648",
            "9".repeat(100),
            "9".repeat(101),
            "0." + "9".repeat(90));

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "false",
            "\"\"",
            "\" \"",
            "\"a\"",
            "\"5\"",
            "\"\\u0000\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "{\"a\":\"b\"}",
            "{\"a\":null}",
            "{\"a\":1e20}",
            "{\"\":\"b\"}",
            "{\"a\":{\"a\":[]}}");

    private Edges() {}

    /** What to try for a value of this schema. */
    public static List<String> of(JsonNode schema) {
        var tried = new ArrayList<>(NUMBERS);
        tried.addAll(OTHERS);
        for (var bound : List.of("minimum", "maximum"))
            if (schema.has(bound)) tried.addAll(aroundNumber(schema.get(bound).decimalValue()));
        for (var bound : List.of("minLength", "maxLength"))
            if (schema.has(bound)) around(schema.get(bound).asInt(), tried, Edges::string);
        if (schema.has("maxProperties"))
            around(schema.get("maxProperties").asInt(), tried, Edges::object);
        aroundNames(schema, tried);
        schema.path("enum").forEach(word -> tried.add(word.toString()));
        return tried.stream().distinct().toList();
    }

    private static List<String> aroundNumber(BigDecimal bound) {
        var bit = new BigDecimal("1e-9");
        return List.of(
                bound.toPlainString(),
                bound.add(BigDecimal.ONE).toPlainString(),
                bound.subtract(BigDecimal.ONE).toPlainString(),
                bound.add(bit).toPlainString(),
                bound.subtract(bit).toPlainString(),
                bound.toPlainString() + ".0",
                bound + "e0");
    }

    private interface OfSize {
        String make(int size);
    }

    private static void around(int bound, List<String> tried, OfSize form) {
        for (int size = Math.max(0, bound - 1); size <= bound + 1; size++)
            tried.add(form.make(size));
    }

    /** Of characters that take two places in a Java string: a length counts characters. */
    private static String string(int size) {
        return '"' + "😀".repeat(size) + '"';
    }

    private static String object(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "\"k" + i + "\":\"v\"")
                .reduce((a, b) -> a + "," + b)
                .map(members -> "{" + members + "}")
                .orElse("{}");
    }

    private static void aroundNames(JsonNode schema, List<String> tried) {
        int name = schema.path("propertyNames").path("maxLength").asInt(0);
        if (name > 0)
            around(name, tried, size -> "{\"" + "n".repeat(Math.max(1, size)) + "\":\"v\"}");
        int value = schema.path("additionalProperties").path("maxLength").asInt(0);
        if (value > 0) around(value, tried, size -> "{\"a\":\"" + "v".repeat(size) + "\"}");
    }
}
