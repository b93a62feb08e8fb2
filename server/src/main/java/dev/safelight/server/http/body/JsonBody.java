package dev.safelight.server.http.body;

import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a body strictly: one object, valid UTF-8, no key twice, at most 64 deep, no more values
 * than memory holds, and no character that cannot be stored. What is lenient here would be
 * ambiguous later.
 */
public final class JsonBody {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;

    /** A tree takes some hundred bytes for each, whatever they take in the text. */
    private static final int MOST_TOKENS = 200_000;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new WholeNumbers())
            .build();

    private JsonBody() {}

    /** An empty body is an empty object; a byte order mark before it says nothing. */
    public static ObjectNode read(byte[] body) {
        String text = text(body);
        if (text.startsWith(BYTE_ORDER_MARK)) text = text.substring(1);
        if (text.isBlank()) return JsonNodeFactory.instance.objectNode();
        JsonNode tree = parse(text);
        if (!(tree instanceof ObjectNode object))
            throw refused("The body must be a JSON object, as in {\"name\": \"value\"}.");
        // Only an escape can bring in what strict UTF-8 and the parser keep out.
        if (text.contains("\\u")) StorableText.check(object, "");
        return object;
    }

    private static JsonNode parse(String text) {
        try {
            return STRICT.readTree(text);
        } catch (StreamConstraintsException tooMuch) {
            throw refused("The JSON nests deeper than " + DEEPEST + ", has a number of more than "
                    + LONGEST_NUMBER + " digits, or more than " + MOST_TOKENS + " values.");
        } catch (NumberFormatException beyondAllMeasure) {
            throw refused("The JSON has a number with an exponent beyond all measure.");
        } catch (JacksonException malformed) {
            throw refused(what(malformed) + where(malformed.getLocation()));
        }
    }

    private static String what(JacksonException malformed) {
        String said = malformed.getOriginalMessage();
        if (said.startsWith("Duplicate")) return said.replace("Object property", "key");
        return "The body is not valid JSON";
    }

    private static String where(TokenStreamLocation at) {
        return ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }

    private static String text(byte[] body) {
        for (byte b : body) {
            if (b < 0) return decode(body);
        }
        return new String(body, StandardCharsets.US_ASCII);
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw refused("The body is not valid UTF-8.");
        }
    }

    private static Refusal refused(String detail) {
        return new Refusal(ProblemCode.INVALID_JSON, detail);
    }
}
