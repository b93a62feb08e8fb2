package dev.safelight.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.safelight.core.id.Id;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.Random;

class SecretBoxTest {
    private static final Id OWNER = new Id(1, 2);
    private static final String SECRET = "whsec_a secret 猫";

    private final byte[] masterKey = key(1);
    private final SecretBox box = new SecretBox(masterKey, new Random(5));

    private static byte[] key(long seed) {
        byte[] key = new byte[SecretBox.KEY_LENGTH];
        new Random(seed).nextBytes(key);
        return key;
    }

    @Test
    void opens_what_it_sealed_also_after_a_restart() {
        var sealed = box.seal(OWNER, SECRET);
        assertThat(new SecretBox(masterKey, new Random(9)).open(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void does_not_open_for_another_owner_or_under_another_key() {
        var sealed = box.seal(OWNER, SECRET);
        assertThatIllegalStateException().isThrownBy(() -> box.open(new Id(1, 3), sealed));
        var other = new SecretBox(key(2), new Random(5));
        assertThatIllegalStateException().isThrownBy(() -> other.open(OWNER, sealed));
    }

    @Test
    void does_not_open_what_was_changed() {
        byte[] bytes = Base64.getDecoder().decode(box.seal(OWNER, SECRET).base64());
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            var forged = new SealedSecret(Base64.getEncoder().encodeToString(changed));
            assertThatIllegalStateException().isThrownBy(() -> box.open(OWNER, forged));
        }
    }

    @Test
    void seals_the_same_secret_differently_each_time_and_shows_none_of_it() {
        var once = box.seal(OWNER, SECRET);
        var again = box.seal(OWNER, SECRET);
        assertThat(once).isNotEqualTo(again);
        assertThat(once.toString()).doesNotContain(once.base64());
    }

    @Test
    void wants_a_whole_master_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretBox(new byte[16], new Random(1)));
    }
}
