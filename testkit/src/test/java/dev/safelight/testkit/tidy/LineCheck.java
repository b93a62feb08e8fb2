package dev.safelight.testkit.tidy;

import java.util.Optional;

/** What is wrong with one line, if anything. */
interface LineCheck {
    Optional<String> complaint(String line);
}
