/**
 * ONNX Runtime, as every engine that runs a model gets it: silent, and unpacked once. It is the
 * only package that may make the library load. It knows no model and no engine, and must never let
 * the library in before its telemetry is switched off.
 */
@NullMarked
package dev.safelight.media.onnx;

import org.jspecify.annotations.NullMarked;
