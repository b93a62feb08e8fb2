package dev.safelight.app.architecture.planted.client;

import tools.jackson.databind.JsonNode;

record KnowsJson(JsonNode node) {}
