package dev.safelight.core.tool;

import dev.safelight.core.ledger.Credits;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a tool costs, computed from its canonical input and the facts of the files that it names, so
 * that an estimate equals the price. A definition writes it as one object: what one unit costs
 * ({@code credits}, perhaps {@code by} a field), what is counted ({@code charactersOf}, {@code
 * secondsOf}, {@code secondsOfFile}), {@code pixels} where the input names some, and {@code times}
 * a field; or as the {@code sum} of several.
 */
public sealed interface Price {

    /** The price of a valid input, defaults filled in. */
    Credits of(JsonNode input, GivenFiles files);

    /** Always the same. */
    record Flat(Credits credits) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            return credits;
        }
    }

    /** A price for each value of a field. */
    record ByChoice(String field, Map<String, Credits> credits) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            Credits price = credits.get(input.path(field).asString(""));
            if (price == null)
                throw new IllegalArgumentException(field + " has a value without a price");
            return price;
        }
    }

    /** So much for each started block of characters of a text. */
    record PerCharacters(String field, int block, Price each) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            String text = input.path(field).asString("");
            long characters = Math.max(1, text.codePointCount(0, text.length()));
            return times(each.of(input, files), (characters + block - 1) / block);
        }
    }

    /**
     * So much for each started second.
     *
     * @param otherwise how many there are when the input does not say
     */
    record PerSecond(String field, int otherwise, Price each) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            double seconds = input.path(field).asDouble(otherwise);
            return times(each.of(input, files), (long) Math.ceil(seconds));
        }
    }

    /**
     * So much for each started second of a file.
     *
     * @param field names the file; the first one counts
     * @param otherwise how many there are where the file does not say
     */
    record PerSecondOfFile(String field, int otherwise, Price each) implements Price {
        /** A year: no file is longer, whatever it says of itself. */
        private static final long MOST_SECONDS = 365L * 86_400;

        private static long started(double seconds) {
            return Math.clamp((long) Math.ceil(seconds), 1, MOST_SECONDS);
        }

        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            Double known = files.factsOf(field).seconds();
            double seconds = known == null ? otherwise : known;
            return times(each.of(input, files), started(seconds));
        }
    }

    /** By the number of pixels, where the input names both sides. */
    record PerPixels(List<Step> steps, Price otherwise) implements Price {

        /** A price up to so many pixels; the last step is the price of all above, too. */
        record Step(long upTo, Credits credits) {}

        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            if (!input.has("width") || !input.has("height")) return otherwise.of(input, files);
            long pixels = input.get("width").asLong() * input.get("height").asLong();
            for (var step : steps) if (pixels <= step.upTo()) return step.credits();
            return steps.getLast().credits();
        }
    }

    /** So many times the price of one. */
    record Times(String field, Price each) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            return times(each.of(input, files), input.path(field).asLong(1));
        }
    }

    /** The prices of all parts together. */
    record Sum(List<Price> parts) implements Price {
        @Override
        public Credits of(JsonNode input, GivenFiles files) {
            long sum = 0;
            for (var part : parts)
                sum = Math.addExact(sum, part.of(input, files).amount());
            return new Credits(sum);
        }
    }

    private static Credits times(Credits each, long count) {
        return new Credits(Math.multiplyExact(each.amount(), count));
    }

    /** Reads the {@code price} of a definition. */
    static Price read(JsonNode json) {
        Price price = json.has("sum") ? new Sum(all(json.get("sum"))) : counted(json);
        if (json.has("pixels")) price = new PerPixels(steps(json.get("pixels")), price);
        return json.has("times") ? new Times(json.get("times").asString(), price) : price;
    }

    private static List<Price> all(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false).map(Price::read).toList();
    }

    private static Price counted(JsonNode json) {
        if (json.has("charactersOf"))
            return new PerCharacters(
                    json.get("charactersOf").asString(), json.get("per").asInt(), unit(json));
        if (json.has("secondsOf"))
            return new PerSecond(
                    json.get("secondsOf").asString(), json.get("otherwise").asInt(), unit(json));
        if (json.has("secondsOfFile"))
            return new PerSecondOfFile(
                    json.get("secondsOfFile").asString(),
                    json.get("otherwise").asInt(),
                    unit(json));
        return unit(json);
    }

    private static Price unit(JsonNode json) {
        JsonNode credits = json.get("credits");
        if (!json.has("by")) return new Flat(new Credits(credits.asLong()));
        var choices = new LinkedHashMap<String, Credits>();
        for (var entry : credits.properties())
            choices.put(entry.getKey(), new Credits(entry.getValue().asLong()));
        return new ByChoice(json.get("by").asString(), Map.copyOf(choices));
    }

    private static List<PerPixels.Step> steps(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(step -> new PerPixels.Step(
                        step.get("upTo").asLong(),
                        new Credits(step.get("credits").asLong())))
                .toList();
    }
}
