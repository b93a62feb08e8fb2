package dev.safelight.server.dialect;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;

/**
 * The few facts of a file that are shown. Read without a tree: beside them may stand the times of
 * thousands of words.
 */
public record Facts(
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        @Nullable BigDecimal seconds) {
    private static final Facts NONE = new Facts(null, null, null);

    /** Of a JSON object. */
    public static Facts read(String json) {
        try (var parser = JsonMapper.shared().createParser(json)) {
            parser.nextToken();
            var facts = NONE;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isNumeric()) facts = facts.withNumber(name, parser);
                else parser.skipChildren();
            }
            return facts;
        }
    }

    private Facts withNumber(String name, JsonParser parser) {
        return switch (name) {
            case "width" -> new Facts(parser.getDecimalValue(), height, seconds);
            case "height" -> new Facts(width, parser.getDecimalValue(), seconds);
            case "seconds" -> new Facts(width, height, parser.getDecimalValue());
            default -> this;
        };
    }
}
