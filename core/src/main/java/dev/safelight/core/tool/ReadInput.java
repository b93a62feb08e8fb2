package dev.safelight.core.tool;

import tools.jackson.databind.node.ObjectNode;

/** What became of a caller's input. */
public sealed interface ReadInput {

    /** It is understood: valid against the tool's schema, all defaults filled in. */
    record Canonical(ObjectNode input) implements ReadInput {}

    /** Two fields of it mean the same and say different things. */
    record Contradiction(String one, String other) implements ReadInput {}
}
