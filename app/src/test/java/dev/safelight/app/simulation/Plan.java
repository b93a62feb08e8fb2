package dev.safelight.app.simulation;

import tools.jackson.databind.JsonNode;

import java.util.random.RandomGenerator;

/**
 * What the engine is to do with a task; it travels as the task's input.
 *
 * @param number makes each request another one
 * @param steps how many pauses it takes
 * @param millis how long each of them is
 */
record Plan(int number, Kind kind, int steps, int millis) {

    enum Kind {
        SUCCEED,
        SUCCEED_WITH_CHECKPOINTS,
        FAIL_FOR_NOW,
        FAIL_FOR_GOOD,
        CRASH,
        HANG,
        IGNORE_THE_STOP,
        SUCCEED_LATE
    }

    static Plan draw(int number, RandomGenerator random) {
        // Half of all simply succeed; the rest goes wrong in all the ways there are.
        var kinds = Kind.values();
        var kind = random.nextBoolean() ? Kind.SUCCEED : kinds[random.nextInt(kinds.length)];
        return new Plan(number, kind, random.nextInt(4), 1 + random.nextInt(3_000));
    }

    String json() {
        return "{\"number\":%d,\"kind\":\"%s\",\"steps\":%d,\"millis\":%d}"
                .formatted(number, kind, steps, millis);
    }

    static Plan read(JsonNode json) {
        return new Plan(
                json.get("number").asInt(),
                Kind.valueOf(json.get("kind").asString()),
                json.get("steps").asInt(),
                json.get("millis").asInt());
    }
}
