package dev.safelight.app.architecture.planted.store.schedule;

import java.sql.Connection;

record SpeaksSql(Connection connection) {}
