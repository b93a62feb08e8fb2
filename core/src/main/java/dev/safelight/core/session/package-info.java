/**
 * Sessions group tasks under a title. Dialects make them and look them up; a session decides
 * nothing.
 */
@NullMarked
package dev.safelight.core.session;

import org.jspecify.annotations.NullMarked;
