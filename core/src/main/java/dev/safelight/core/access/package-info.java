/**
 * Who may do what: accounts, their keys and limits. The network face asks it for a {@link
 * dev.safelight.core.access.Principal} before anything else. A key's text is never kept: only its
 * SHA-256 is.
 */
@NullMarked
package dev.safelight.core.access;

import org.jspecify.annotations.NullMarked;
