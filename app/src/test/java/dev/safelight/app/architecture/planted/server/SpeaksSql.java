package dev.safelight.app.architecture.planted.server;

import java.sql.Connection;

record SpeaksSql(Connection connection) {}
