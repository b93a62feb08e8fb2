package dev.safelight.server.upload;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.address.SignedAddresses;
import dev.safelight.server.http.face.Call;

import java.time.Duration;
import java.time.InstantSource;

/** Makes and checks the addresses that the bytes of announced files are sent to. */
public final class UploadAddresses {
    /** What the secrets are asked for by. */
    public static final String PURPOSE = "upload-address";

    static final String BASE = "/uploads";
    private final SignedAddresses addresses;

    public UploadAddresses(PublicAddress base, Secrets secrets, InstantSource clock) {
        addresses = new SignedAddresses(base, secrets, PURPOSE, clock);
    }

    /** Lets anybody bring the file until the time has passed. */
    public String sign(AssetId file, Duration lasting) {
        return addresses.sign(BASE + "/" + file, lasting).url();
    }

    /** The file that the address is of, which we signed. */
    AssetId check(Call call) {
        addresses.check(call);
        return Id.parse(call.segment(0)).map(AssetId::new).orElseThrow();
    }
}
