package dev.latchkey.oauth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.PublicKey;

/** A key that our access tokens are signed with. */
public record VerificationKey(PublicKey key, SignatureAlgorithm algorithm) {}
