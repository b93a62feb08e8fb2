package dev.safelight.app.architecture.planted.server.dialect.drum;

record Ids(String id) {
    String shown() {
        return "task_" + id;
    }
}
