package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Map;

/** How a field of a caller's becomes canonical ones. The value has passed the field's schema. */
public sealed interface Reading {

    /** The canonical fields that the value stands for. */
    Map<String, JsonNode> read(JsonNode value);

    /** Whether a value of the field says something about that canonical one. */
    default boolean says(String canonical) {
        return switch (this) {
            case Same(var own) -> own.equals(canonical);
            case OneOfList(var own) -> own.equals(canonical);
            case Choice(var own, var values) -> own.equals(canonical);
            case Ratio(var own, var listed) -> own.equals(canonical);
            case Size(var width, var height) -> width.equals(canonical) || height.equals(canonical);
            case Nothing() -> false;
        };
    }

    /** The value is the canonical one. */
    record Same(String canonical) implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            return Map.of(canonical, value);
        }
    }

    /** One value where the canonical field takes a list. */
    record OneOfList(String canonical) implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            return Map.of(canonical, JsonNodeFactory.instance.arrayNode().add(value));
        }
    }

    /** A canonical value for each word of the caller's. */
    record Choice(String canonical, Map<String, JsonNode> values) implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            JsonNode meant = values.get(value.asString());
            if (meant == null) throw new IllegalArgumentException("no reading of " + value);
            return Map.of(canonical, meant);
        }
    }

    /** {@code {"width":16,"height":9}}: the nearest of the listed ratios. */
    record Ratio(String canonical, List<String> listed) implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            double asked = Math.log(value.path("width").asDouble(1))
                    - Math.log(value.path("height").asDouble(1));
            String nearest = listed.getFirst();
            for (String ratio : listed) {
                if (distance(ratio, asked) < distance(nearest, asked)) nearest = ratio;
            }
            return Map.of(canonical, JsonNodeFactory.instance.stringNode(nearest));
        }

        /** In logarithms, so that a picture twice as wide is as far off as one half as wide. */
        private static double distance(String ratio, double asked) {
            int colon = ratio.indexOf(':');
            double width = Double.parseDouble(ratio.substring(0, colon));
            double height = Double.parseDouble(ratio.substring(colon + 1));
            return Math.abs(Math.log(width / height) - asked);
        }
    }

    /** {@code "1024x1536"}: pixels across and down. */
    record Size(String width, String height) implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            String[] sides = value.asString().split("x", 2);
            return Map.of(width, side(sides[0]), height, side(sides[1]));
        }

        private static JsonNode side(String pixels) {
            return IntNode.valueOf(Integer.parseInt(pixels));
        }
    }

    /** What the field may say is what happens anyway; its schema refuses everything else. */
    record Nothing() implements Reading {
        @Override
        public Map<String, JsonNode> read(JsonNode value) {
            return Map.of();
        }
    }
}
