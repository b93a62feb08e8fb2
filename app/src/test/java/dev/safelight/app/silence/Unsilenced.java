package dev.safelight.app.silence;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import java.io.IOException;

/** ONNX Runtime as it comes, while its input is open: planted, so that a proof can fail. */
final class Unsilenced {
    static final String LOADED = "loaded";

    private Unsilenced() {}

    public static void main(String[] args) throws IOException, OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var model = Unsilenced.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx");
                var session = environment.createSession(model.readAllBytes())) {
            System.out.println(LOADED + " " + session.getNumInputs());
            System.in.read();
        }
    }
}
