package dev.safelight.server.webhook;

import dev.safelight.core.access.WebhookSecret;
import dev.safelight.core.webhook.Parcel;

import java.util.List;

/** The header by which clients of a dialect know its payloads, beside the standard ones. */
@FunctionalInterface
public interface OwnSignature {
    /** A dialect whose own headers are the standard ones. */
    OwnSignature NONE = (newest, body) -> List.of();

    List<Parcel.Header> headers(WebhookSecret newest, String body);

    /**
     * One header with the code in hexadecimal digits, under the text of the secret.
     *
     * @param before stands before the digits
     */
    static OwnSignature hex(String name, String before) {
        return (newest, body) ->
                List.of(new Parcel.Header(name, before + PayloadMac.hex(newest.text(), body)));
    }
}
