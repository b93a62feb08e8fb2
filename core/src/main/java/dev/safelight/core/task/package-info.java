/** TBD task */
@NullMarked
package dev.safelight.core.task;

import org.jspecify.annotations.NullMarked;
