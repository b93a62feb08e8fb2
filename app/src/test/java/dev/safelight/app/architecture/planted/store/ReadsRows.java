package dev.safelight.app.architecture.planted.store;

import dev.safelight.app.architecture.planted.store.sqlite.rows.Table;

record ReadsRows(Table table) {}
