package dev.safelight.app.architecture.planted.server.dialect;

record WordsAnId(long number) {
    String id() {
        return "task_" + number;
    }
}
