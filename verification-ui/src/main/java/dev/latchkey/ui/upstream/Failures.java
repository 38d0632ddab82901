package dev.latchkey.ui.upstream;

import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.login.Destination;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.Visit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Says that a sign-in at a provider came to nothing: to the person, and to the audit log. */
@ApplicationScoped
class Failures {

  private final Audit audit;

  Failures(Audit audit) {
    this.audit = audit;
  }

  /** What would be said if this round trip failed. */
  Failure about(Provider provider, Optional<Visit> visit, Destination to, String address) {
    return new Failure(provider, visit, to, address);
  }

  final class Failure {

    private final Provider provider;
    private final Optional<Visit> visit;
    private final Destination to;
    private final String address;

    private Failure(Provider provider, Optional<Visit> visit, Destination to, String address) {
      this.provider = provider;
      this.visit = visit;
      this.to = to;
      this.address = address;
    }

    /** The page; with the account's subject if there is one. */
    Uni<RestResponse<String>> page(UpstreamFailure reason, @Nullable String subject) {
      audit.loginFailed(subject, provider.name(), reason, address);
      return unnoted(reason);
    }

    /** The page, of which the audit log is not told. */
    Uni<RestResponse<String>> unnoted(UpstreamFailure reason) {
      var texts = Language.texts(UpstreamMessages.class);
      return Page.of(
          reason.status(),
          new UpstreamFailed(
              reason.title(texts, provider),
              reason.text(texts, provider),
              visit.isPresent(),
              visit
                  .map(about -> about.after(provider.path()))
                  .orElseGet(() -> provider.path() + "?to=" + to.word()),
              visit.map(about -> about.after(Way.SIGN_IN)).orElseGet(to::signIn) + "&choose=yes",
              visit.map(about -> about.at(Way.CONFIRM)).orElse(Way.CODE)));
    }
  }
}
