package dev.latchkey.token.mint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jose4j.jca.ProviderContext;
import org.jspecify.annotations.Nullable;

/**
 * The library that computes signatures: Amazon Corretto Crypto Provider, which for ES256 needs a
 * tenth of what the JDK needs, where its native code runs; else the JDK, whose signatures are as
 * good. {@link SigningRehearsal} loads it.
 */
@ApplicationScoped
class SigningLibrary {

  static final String FASTER = "AmazonCorrettoCryptoProvider";

  private static final ProviderContext JDK = new ProviderContext();

  /** A key that signs no more is forgotten. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final Cache<String, Signer> signers =
      Caffeine.newBuilder().expireAfterAccess(KEPT).build();
  private volatile @Nullable Provider faster;

  void load() {
    try {
      find()
          .ifPresentOrElse(
              provider -> {
                Security.addProvider(provider);
                // The one that is found by its name: somebody else may have added it before.
                faster = Security.getProvider(provider.getName());
              },
              () -> Log.infof("%s does not run here: the JDK signs", FASTER));
    } catch (ServiceConfigurationError | LinkageError e) {
      Log.warnf(e, "%s does not run here: the JDK signs", FASTER);
    }
  }

  /** A provider whose native code cannot be loaded offers nothing. */
  private static Optional<Provider> find() {
    return ServiceLoader.load(Provider.class, SigningLibrary.class.getClassLoader()).stream()
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
        : signers.get(key.kid(), kid -> signer(key, provider));
  }

  private static boolean offers(Provider provider, Algorithm algorithm) {
    return provider.getService("Signature", algorithm.jca()) != null;
  }

  private static Signer signer(SigningKey key, Provider provider) {
    var context = new ProviderContext();
    context.getSuppliedKeyProviderContext().setSignatureProvider(provider.getName());
    try {
      return new Signer(own(key.privateKey(), provider), context);
    } catch (GeneralSecurityException e) {
      Log.warnf(e, "%s does not take the key %s: the JDK signs with it", FASTER, key.kid());
      return new Signer(key.privateKey(), JDK);
    }
  }

  /** The key as the provider's own: it would translate one of the JDK for each signature. */
  private static PrivateKey own(PrivateKey key, Provider provider) throws GeneralSecurityException {
    return provider.getService("KeyFactory", key.getAlgorithm()) == null
        ? key
        : (PrivateKey) KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
  }
}
