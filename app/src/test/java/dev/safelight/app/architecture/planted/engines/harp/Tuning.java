package dev.safelight.app.architecture.planted.engines.harp;

import ai.onnxruntime.OrtSession;

final class Tuning {
    final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
}
