package dev.safelight.app;

import dev.safelight.core.access.KeyText;

import java.util.List;
import java.util.regex.Pattern;

/** A setting's value for people: masked where it is a key, or has one in it by mistake. */
final class ShownValue {
    /** A name and a password in front of a host, or what may be a password with a slash in it. */
    private static final Pattern USER = Pattern.compile("://.*@|^[^/]*:.*@");

    private ShownValue() {}

    /**
     * What is printed of it.
     *
     * @param keys those that the operator chose; empty ones count for nothing
     */
    static String of(Setting setting, String text, List<String> keys) {
        boolean hasChosenKey = keys.stream().anyMatch(key -> !key.isEmpty() && text.contains(key));
        boolean isSecret = setting.isSecret() || KeyText.isIn(text) || hasUser(setting, text);
        return !text.isEmpty() && (isSecret || hasChosenKey) ? "***" : onOneLine(text);
    }

    static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
    }

    private static boolean hasUser(Setting setting, String text) {
        return setting.isAddress() ? text.indexOf('@') >= 0 : USER.matcher(text).find();
    }
}
