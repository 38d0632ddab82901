package dev.latchkey.bench.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An error of RFC 6749 section 5.2. */
public record Refusal(
    @JsonProperty("error") String error,
    @JsonProperty("error_description") String errorDescription) {}
