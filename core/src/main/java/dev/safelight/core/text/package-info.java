/**
 * What is said to people about words that they wrote. Called wherever a name is not known; it knows
 * no word itself and must never decide whether one is valid.
 */
@NullMarked
package dev.safelight.core.text;

import org.jspecify.annotations.NullMarked;
