@NullMarked
package dev.safelight.engines.absent;

import org.jspecify.annotations.NullMarked;
