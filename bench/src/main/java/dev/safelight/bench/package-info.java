/**
 * Benchmarks: they measure and print Markdown tables, and never assert. Called by the launcher and
 * by the full test run; what they share stands here, each subject has a package of its own. Nothing
 * in the product may depend on this.
 */
@NullMarked
package dev.safelight.bench;

import org.jspecify.annotations.NullMarked;
