package dev.safelight.client;

import dev.safelight.client.json.Json;

/** What can be submitted. */
public sealed interface Request permits ImageRequest, SpeechRequest {

    /** The tool's name in the dialect. */
    String tool();

    SubmitOptions options();

    /** The tool's own fields, without the options. */
    Json.Obj fields();
}
