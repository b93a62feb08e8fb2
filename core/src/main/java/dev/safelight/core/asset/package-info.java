/**
 * Files, made or brought: what is known of each, and the ports behind which rows and bytes lie. A
 * file's bytes are named by their SHA-256, never change, and are durable before there is a row.
 */
@NullMarked
package dev.safelight.core.asset;

import org.jspecify.annotations.NullMarked;
