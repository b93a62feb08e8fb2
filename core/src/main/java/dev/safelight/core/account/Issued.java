package dev.safelight.core.account;

import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.WebhookSecret;

/** What is shown once: a key with its text and its webhook secret. */
public record Issued(ApiKey key, KeyText text, WebhookSecret secret) {}
