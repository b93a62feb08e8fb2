package dev.safelight.app.architecture.planted.store.sql;

import org.sqlite.SQLiteConfig;

record KnowsSqlite(SQLiteConfig config) {}
