package dev.safelight.server.outbound;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import java.util.concurrent.CompletableFuture;

/** The check of URLs when callers name them. */
public final class NamedUrls implements AddressCheck {
    private static final String NOWHERE = " leads to no address that can be called from here";

    /** The same whether http leads nowhere, to a public address or to a refused one. */
    private static final String IN_THE_CLEAR =
            " must begin with https://, for it leads to no" + " address that may be called without";

    private final CheckedAddresses addresses;

    public NamedUrls(CheckedAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public CompletableFuture<String> require(String field, String url) {
        try {
            return require(field, OutboundUrl.read(url));
        } catch (UrlFault fault) {
            return CompletableFuture.failedFuture(refusal(field, " " + fault.getMessage()));
        }
    }

    private CompletableFuture<String> require(String field, OutboundUrl url) {
        return addresses.of(url.host(), url.secure()).handle((_, fault) -> {
            if (fault != null) throw refusal(field, url.secure() ? NOWHERE : IN_THE_CLEAR);
            return url.text();
        });
    }

    private static Refusal refusal(String field, String message) {
        return new Refusal(Problem.invalid(field, field + message));
    }
}
