package dev.safelight.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Classes outside the dialects have no text that begins as the ids of a dialect do: what is stored
 * or shared would show them to every other dialect too. Which beginnings those are is read from the
 * dialects' classes, so give the condition both.
 */
final class ShownIdsStayOutside extends ArchCondition<JavaClass> {
    private static final Pattern BEGINNING = Pattern.compile("([a-z]+_)+");

    /** What the compiler writes for a value in a text that is put together. */
    private static final Pattern VALUE = Pattern.compile("\u0001");

    private final String dialects;
    private final Set<String> beginnings = new HashSet<>();

    /**
     * @param dialects the package that each has a package of its own in
     */
    ShownIdsStayOutside(String dialects) {
        super("word no id as a dialect shows it");
        this.dialects = dialects;
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        classes.stream()
                .filter(this::isOfADialect)
                .flatMap(ShownIdsStayOutside::texts)
                .filter(text -> BEGINNING.matcher(text).matches())
                .forEach(beginnings::add);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (isOfADialect(type)) return;
        texts(type)
                .filter(text -> beginnings.stream().anyMatch(text::startsWith))
                .forEach(text -> {
                    var message = type.getName() + " words the id " + text;
                    events.add(SimpleConditionEvent.violated(type, message));
                });
    }

    private boolean isOfADialect(JavaClass type) {
        return type.getPackageName().startsWith(dialects + ".");
    }

    /** The constant texts of a class, in parts where values come between. */
    private static Stream<String> texts(JavaClass type) {
        var address = type.getSource().orElseThrow().getUri();
        try (var file = Objects.requireNonNull(address.toURL().openStream())) {
            var constants = ClassFile.of().parse(file.readAllBytes()).constantPool();
            return StreamSupport.stream(constants.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .flatMap(entry -> VALUE.splitAsStream(((StringEntry) entry).stringValue()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
