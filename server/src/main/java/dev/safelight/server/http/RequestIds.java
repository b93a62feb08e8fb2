package dev.safelight.server.http;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.id.Ids;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names every request: with the caller's own words when they are well-formed, else with ours. */
final class RequestIds {
    private static final String HEADER = "x-request-id";
    private static final Predicate<String> WELL_FORMED =
            Pattern.compile("[A-Za-z0-9._:-]{1,128}").asMatchPredicate();
    // Random per start, counted within it: unique without drawing chance for every request.
    private final String boot;
    private final AtomicLong count = new AtomicLong();

    RequestIds(Ids ids) {
        boot = "req_" + ids.next(0).toString().substring(16) + "_";
    }

    String of(Request request) {
        HttpField given = request.getHeaders().getField(HEADER);
        if (given != null && isWellFormed(given.getValue())) {
            String id = given.getValue();
            if (!isKey(id, request.getHeaders())) return id;
        }
        return boot + Long.toString(count.incrementAndGet(), 36);
    }

    /** An id is repeated in answers and logs, so a key that is sent as one is not taken. */
    private static boolean isKey(String id, HttpFields headers) {
        String authorization = headers.get(HttpHeader.AUTHORIZATION);
        String key = headers.get("x-api-key");
        return KeyText.isIn(id)
                || (key != null && KeyText.given(key).text().equals(id))
                || (authorization != null && lastWord(authorization).equals(id));
    }

    private static String lastWord(String authorization) {
        String given = KeyText.given(authorization).text();
        return given.substring(given.lastIndexOf(' ') + 1);
    }

    /** 1-128 letters, digits, dots, dashes, colons and underscores: safe in logs and headers. */
    static boolean isWellFormed(String id) {
        return WELL_FORMED.test(id);
    }
}
