package dev.safelight.app.architecture.planted.core.a;

record WordsAnId(long number) {
    String id() {
        return "task_" + number;
    }
}
