/** That ONNX Runtime is silenced and unpacked before it is loaded. */
@NullMarked
package dev.safelight.media.onnx;

import org.jspecify.annotations.NullMarked;
