package dev.safelight.engines.speech.english;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one form of writing is read.
 *
 * @param pattern tried where a word may begin; it may look at what stands around
 * @param reading the words for what matched; empty when it is not that form after all
 */
record Rule(Pattern pattern, Function<MatchResult, String> reading) {
    /** A number as people write it. */
    static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3}){1,6}|\\d{1,40})(?:\\.\\d{1,40})?";

    /** Where a word or number ends. */
    static final String END = "(?![\\p{L}\\d])";

    static Rule of(String regex, Function<MatchResult, String> reading) {
        return new Rule(Pattern.compile(regex), reading);
    }

    /** A rule that always says the same. */
    static Rule of(String regex, String words) {
        return of(regex, match -> words);
    }
}
