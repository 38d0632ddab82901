package dev.latchkey.token.client;

import java.time.Duration;

/** A registered API, as this service sees it. */
public record Api(
    String identifier, boolean enabled, boolean allowOfflineAccess, Duration accessTokenLifetime) {}
