package dev.safelight.engines.speech;

import dev.safelight.media.sound.Flac;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

/** The files that speech is written as. */
enum SoundFormat {
    WAV("audio/wav", "wav") {
        @Override
        byte[] encode(Sound sound) {
            return Wav.encode(sound);
        }
    },
    FLAC("audio/flac", "flac") {
        @Override
        byte[] encode(Sound sound) {
            return Flac.encode(sound);
        }
    };

    private final String contentType;
    private final String ending;

    SoundFormat(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    static SoundFormat of(String name) {
        return name.equals("flac") ? FLAC : WAV;
    }

    abstract byte[] encode(Sound sound);

    String contentType() {
        return contentType;
    }

    String fileName() {
        return "speech." + ending;
    }
}
