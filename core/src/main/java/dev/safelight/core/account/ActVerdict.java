package dev.safelight.core.account;

import java.util.function.Function;

/** What became of something administrative. */
public sealed interface ActVerdict<T> {

    /** It is done and on disk. */
    record Done<T>(T value) implements ActVerdict<T> {}

    /** Nothing was changed. */
    record Refused<T>(ActRefusal why) implements ActVerdict<T> {}

    /** The same of another value. */
    default <R> ActVerdict<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }
}
