package dev.safelight.client;

/** Which asset is meant, as in {@code asset_01K9…}. Opaque: compare it and hand it back. */
public record AssetId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
