package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Sums of money, as in {@code $12.50}, {@code €3 million}, {@code 40 USD}. */
final class Money {
    private static final String SCALE =
            "(?:\\s?(thousand|million|billion|trillion|[kKmMbB]n?(?![\\p{L}])))?";
    private static final Map<String, Currency> CURRENCIES = Map.ofEntries(
            Map.entry("$", new Currency("dollar", "dollars", "cent", "cents")),
            Map.entry("USD", new Currency("dollar", "dollars", "cent", "cents")),
            Map.entry("€", new Currency("euro", "euros", "cent", "cents")),
            Map.entry("EUR", new Currency("euro", "euros", "cent", "cents")),
            Map.entry("£", new Currency("pound", "pounds", "penny", "pence")),
            Map.entry("GBP", new Currency("pound", "pounds", "penny", "pence")),
            Map.entry("¥", new Currency("yen", "yen", "sen", "sen")),
            Map.entry("JPY", new Currency("yen", "yen", "sen", "sen")),
            Map.entry("₹", new Currency("rupee", "rupees", "paisa", "paise")),
            Map.entry("CHF", new Currency("swiss franc", "swiss francs", "centime", "centimes")));

    private Money() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "([-−]?)(?:US|U\\.S\\.)?([$€£¥₹])\\s?(" + Rule.NUMBER + ")" + SCALE
                                + "(?!\\d)",
                        m -> minus(m.group(1)) + read(m.group(2), m.group(3), m.group(4))),
                Rule.of(
                        "(" + Rule.NUMBER + ")" + SCALE + "\\s?([$€£¥₹]|(?:USD|EUR|GBP|JPY|CHF)"
                                + Rule.END + ")",
                        m -> read(m.group(3), m.group(1), m.group(2))),
                Rule.of("(\\d{1,2})¢", Money::cents));
    }

    private static String minus(String sign) {
        return sign.isEmpty() ? "" : "minus ";
    }

    private static String cents(MatchResult match) {
        String count = match.group(1);
        return Numbers.read(count) + (count.equals("1") ? " cent" : " cents");
    }

    private static String read(String symbol, String number, @Nullable String scale) {
        Currency currency = CURRENCIES.getOrDefault(symbol, new Currency(symbol, symbol, "", ""));
        if (scale != null) return Numbers.read(number) + " " + scale(scale) + " " + currency.many;
        int point = number.indexOf('.');
        // Two decimals are a sum in coins; any other count is a plain decimal.
        if (point < 0 || number.length() - point != 3) return whole(number, currency);
        String notes = number.substring(0, point);
        String coins = number.substring(point + 1);
        if (coins.equals("00")) return whole(notes, currency);
        String small = Numbers.cardinal(Long.parseLong(coins)) + " "
                + (coins.equals("01") ? currency.coin : currency.coins);
        return notes.equals("0") ? small : whole(notes, currency) + " and " + small;
    }

    private static String whole(String number, Currency currency) {
        return Numbers.read(number) + " " + (number.equals("1") ? currency.one : currency.many);
    }

    private static String scale(String written) {
        return switch (written.charAt(0)) {
            case 'k', 'K' -> "thousand";
            case 'm', 'M' -> "million";
            case 'b', 'B' -> "billion";
            default -> written;
        };
    }

    private record Currency(String one, String many, String coin, String coins) {}
}
