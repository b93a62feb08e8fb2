package dev.safelight.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.Random;

class SecretBoxTest {
    private static final String OWNER = "endpoint 1";
    private static final String FORM = "1:";
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
        assertThatIllegalStateException().isThrownBy(() -> box.open("key 1", sealed));
        var other = new SecretBox(key(2), new Random(5));
        assertThatIllegalStateException().isThrownBy(() -> other.open(OWNER, sealed));
    }

    @Test
    void does_not_open_what_was_changed() {
        String text = box.seal(OWNER, SECRET).text();
        byte[] bytes = Base64.getDecoder().decode(text.substring(FORM.length()));
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            var forged = new SealedSecret(FORM + Base64.getEncoder().encodeToString(changed));
            assertThatIllegalStateException().isThrownBy(() -> box.open(OWNER, forged));
        }
    }

    @Test
    void does_not_open_what_has_another_form() {
        String text = box.seal(OWNER, SECRET).text();
        var newer = new SealedSecret("2:" + text.substring(FORM.length()));
        assertThatIllegalStateException().isThrownBy(() -> box.open(OWNER, newer));
    }

    @Test
    void seals_the_same_secret_differently_each_time_and_shows_none_of_it() {
        var once = box.seal(OWNER, SECRET);
        var again = box.seal(OWNER, SECRET);
        assertThat(once).isNotEqualTo(again);
        assertThat(once.toString()).doesNotContain(once.text());
    }

    @Test
    void wants_a_whole_master_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecretBox(new byte[16], new Random(1)));
    }
}
