package dev.latchkey.token.mint;

import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jose4j.jca.ProviderContext;
import org.jspecify.annotations.Nullable;

/**
 * The library that computes signatures: Amazon Corretto Crypto Provider, which for ES256 needs a
 * tenth of what the JDK needs, where its native code runs; else the JDK, whose signatures are as
 * good. It is loaded when requests are served already, as loading takes a third of a second.
 */
@ApplicationScoped
class SigningLibrary {

  private static final String FASTER = "AmazonCorrettoCryptoProvider";
  private static final ProviderContext JDK = new ProviderContext();

  private final ConcurrentMap<String, Signer> signers = new ConcurrentHashMap<>();
  private volatile @Nullable Provider faster;

  void load(@ObservesAsync HttpServerStart serving) {
    find()
        .ifPresentOrElse(
            provider -> {
              Security.addProvider(provider);
              faster = provider;
            },
            () -> Log.infof("%s does not run here: the JDK signs", FASTER));
  }

  /** A provider whose native code cannot be loaded offers nothing. */
  private static Optional<Provider> find() {
    return ServiceLoader.load(Provider.class).stream()
        .filter(known -> known.type().getSimpleName().equals(FASTER))
        .map(ServiceLoader.Provider::get)
        .filter(provider -> offers(provider, Algorithm.ES256))
        .findFirst();
  }

  /** What signs with that key, for now. */
  Signer signer(SigningKey key) {
    var provider = faster;
    return provider == null || !offers(provider, key.algorithm())
        ? new Signer(key.privateKey(), JDK)
        : signers.computeIfAbsent(key.kid(), kid -> signer(key, provider));
  }

  private static boolean offers(Provider provider, Algorithm algorithm) {
    return provider.getService("Signature", algorithm.jca()) != null;
  }

  private static Signer signer(SigningKey key, Provider provider) {
    var context = new ProviderContext();
    context.getSuppliedKeyProviderContext().setSignatureProvider(provider.getName());
    return new Signer(own(key, provider), context);
  }

  /** The key as the provider's own: it would translate one of the JDK for each signature. */
  private static PrivateKey own(SigningKey key, Provider provider) {
    var family = key.privateKey().getAlgorithm();
    if (provider.getService("KeyFactory", family) == null) {
      return key.privateKey();
    }
    try {
      return (PrivateKey) KeyFactory.getInstance(family, provider).translateKey(key.privateKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(FASTER + " does not take the key " + key.kid(), e);
    }
  }
}
