package dev.latchkey.ui.login;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.ui.entry.LoginConfig;
import dev.latchkey.ui.entry.SignInRequest;
import dev.latchkey.ui.upstream.Provider;
import dev.latchkey.ui.upstream.ProviderLink;
import dev.latchkey.ui.upstream.Providers;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the sign-in page offers, checked at start. */
@Startup
@ApplicationScoped
class WaysIn {

  private final Providers providers;
  private final boolean local;

  WaysIn(LoginConfig config, Providers providers) {
    if (!config.local() && providers.all().isEmpty()) {
      throw new IllegalArgumentException(
          "latchkey.login.local is false and there is no provider: nobody could sign in");
    }
    this.providers = providers;
    this.local = config.local();
  }

  /** Whether there are accounts of this installation. */
  boolean local() {
    return local;
  }

  /** A link to each provider, which knows what the person is about. */
  List<ProviderLink> links(SignInRequest request) {
    return providers.all().stream()
        .map(provider -> new ProviderLink(provider.label(), to(provider, request)))
        .toList();
  }

  /** The provider to go to without a question: the one that is wished for, or the only way in. */
  Optional<Provider> straight(AuthenticationRequest wish) {
    var hint = wish.idpHint();
    var wished = hint == null ? Optional.<Provider>empty() : providers.named(hint);
    return wished.or(
        () ->
            local || providers.all().size() > 1
                ? Optional.empty()
                : Optional.of(providers.all().get(0)));
  }

  static String to(Provider provider, SignInRequest request) {
    return request
        .visit()
        .map(about -> about.after(provider.path()))
        .orElseGet(() -> provider.path() + "?to=" + request.to().word());
  }
}
