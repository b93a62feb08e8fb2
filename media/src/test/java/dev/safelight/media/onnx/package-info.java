/** That ONNX Runtime is silenced and unpacked before it is loaded, and stays until the end. */
@NullMarked
package dev.safelight.media.onnx;

import org.jspecify.annotations.NullMarked;
