package dev.safelight.app.architecture.planted.engines.harp;

import ai.onnxruntime.OrtEnvironment;

final class Strings {
    static OrtEnvironment plucked() {
        return OrtEnvironment.getEnvironment();
    }
}
