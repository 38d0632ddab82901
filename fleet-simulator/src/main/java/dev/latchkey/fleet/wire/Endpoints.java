package dev.latchkey.fleet.wire;

import java.net.URI;

/** The two addresses that RFC 8628 needs. */
public record Endpoints(URI device, URI token) {}
