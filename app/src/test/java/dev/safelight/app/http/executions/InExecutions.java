package dev.safelight.app.http.executions;

import dev.safelight.app.live.ExecutionsClient;
import dev.safelight.app.live.Hand;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.core.tool.EngineName;

import org.junit.jupiter.api.BeforeEach;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;

/** A test of the {@code executions} dialect: all answers are held to the contract. */
public abstract class InExecutions extends OverTheWire {
    static final String ABSENT = "01KB0000000000000000000000";
    static final String CAT = "{\"prompt\":\"A cat in space\"}";

    public ExecutionsClient caller;
    public ExecutionsClient other;
    Hand hand;

    @BeforeEach
    void speak() {
        hand = server.hand();
        caller = new ExecutionsClient(client);
        other = new ExecutionsClient(server.stranger());
    }

    /** The execution of a picture that a worker made into this. */
    JsonNode made(String type, String name) throws IOException {
        String id = caller.started("generate-image", CAT);
        hand.finish(hand.take(EngineName.ILLUSTRATOR), type, name, new byte[9]);
        return caller.execution(id);
    }

    /** The id of such a file. */
    String file(String type, String name) throws IOException {
        return made(type, name).at("/results/0/fileId").asString();
    }

    static String told(HttpResponse<String> answer) {
        return ExecutionsClient.told(answer);
    }
}
