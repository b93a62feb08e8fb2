/**
 * ONNX Runtime, as every engine that runs a model gets it: silent, unpacked once, and there
 * until the process has ended. It is the only package that may make the library load. It knows no
 * model and no engine, and must never let the library in before its telemetry is switched off.
 */
@NullMarked
package dev.safelight.media.onnx;

import org.jspecify.annotations.NullMarked;
