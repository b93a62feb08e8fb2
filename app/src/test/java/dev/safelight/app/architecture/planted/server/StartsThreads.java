package dev.safelight.app.architecture.planted.server;

final class StartsThreads {
    private StartsThreads() {}

    static Thread start(Runnable work) {
        return Thread.ofVirtual().start(work);
    }
}
