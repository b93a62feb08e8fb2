package dev.safelight.engines.speech.english;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers in words, without hyphens. ICU's formats are not safe for threads, hence the lock. */
final class Numbers {
    private static final RuleBasedNumberFormat FORMAT =
            new RuleBasedNumberFormat(ULocale.US, RuleBasedNumberFormat.SPELLOUT);
    private static final String CARDINAL = "%spellout-numbering";
    private static final String ORDINAL = "%spellout-ordinal";
    private static final String YEAR = "%spellout-numbering-year";
    private static final int MOST_DIGITS = 15;

    private Numbers() {}

    /**
     * Any number as people write it, as in {@code 1,234.50}: commas are dropped, decimals are read
     * one by one, and so is what begins with a needless zero or is too long to be a quantity.
     */
    static String read(String written) {
        String bare = written.replace(",", "");
        int point = bare.indexOf('.');
        String whole = point < 0 ? bare : bare.substring(0, point);
        String words = whole.isEmpty() ? "" : whole(whole);
        if (point < 0) return words;
        return (words + " point " + digits(bare.substring(point + 1))).strip();
    }

    static String cardinal(long number) {
        return format(number, CARDINAL);
    }

    static String ordinal(long number) {
        return format(number, ORDINAL);
    }

    /** A year: 1984 in pairs, 2000 to 2009 in full. */
    static String year(int year) {
        return format(year, YEAR);
    }

    /** Each digit by itself; anything else is skipped. */
    static String digits(String written) {
        return written.chars()
                .filter(c -> c >= '0' && c <= '9')
                .mapToObj(c -> cardinal(c - '0'))
                .collect(Collectors.joining(" "));
    }

    /** The plural of the last word, as in {@code nineties}, {@code fifths}. */
    static String plural(String words) {
        if (words.endsWith("y")) return words.substring(0, words.length() - 1) + "ies";
        return words.endsWith("x") ? words + "es" : words + "s";
    }

    private static String whole(String digits) {
        boolean code =
                digits.length() > MOST_DIGITS || (digits.length() > 1 && digits.startsWith("0"));
        return code ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    private static String format(long number, String rules) {
        synchronized (FORMAT) {
            String words = FORMAT.format(number, rules);
            return words.replace('-', ' ').replace("'", "").toLowerCase(Locale.ROOT);
        }
    }
}
