package dev.safelight.app.architecture.planted.store.schedule;

import dev.safelight.app.architecture.planted.store.sqlite.Rows;

record KnowsRows(Rows rows) {}
