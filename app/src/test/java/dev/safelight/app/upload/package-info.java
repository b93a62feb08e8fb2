@NullMarked
package dev.safelight.app.upload;

import org.jspecify.annotations.NullMarked;
