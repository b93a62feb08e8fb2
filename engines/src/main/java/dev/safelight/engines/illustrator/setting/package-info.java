/**
 * Places without their subjects: land, water, city, rooms, space. {@link
 * dev.safelight.engines.illustrator.setting.Place} names them and makes each one's painter. A
 * setting says what can be stood on, and must never know the subjects.
 */
@NullMarked
package dev.safelight.engines.illustrator.setting;

import org.jspecify.annotations.NullMarked;
