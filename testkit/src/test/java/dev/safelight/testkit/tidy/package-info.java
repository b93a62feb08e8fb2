/**
 * The house rules that no compiler checks, as tests over the files of the repository: sizes, names,
 * comments, words that must not be there. Only the test run calls it. It must never read what git
 * ignores, and it never changes a file.
 */
@NullMarked
package dev.safelight.testkit.tidy;

import org.jspecify.annotations.NullMarked;
