package dev.latchkey.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.origin.ClientAddress;
import dev.latchkey.oauth.trace.Traces;
import dev.latchkey.session.BrowserSession;
import dev.latchkey.session.BrowserSessions;
import dev.latchkey.session.OpenedGrant;
import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.language.Language;
import dev.latchkey.ui.page.FormBody;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;

/** The session behind a request. {@link SessionFilter} finds it before a resource is called. */
@ApplicationScoped
public class CurrentSession {

  /** The address at and below which people sign in; other packages call it by {@code Way}. */
  public static final String SIGN_IN = "/login";

  private static final String KEY = CurrentSession.class.getName();

  private final BrowserSessions sessions;
  private final SessionCookie cookie;
  private final ClientAddress addresses;
  private final Traces traces;

  CurrentSession(
      BrowserSessions sessions, SessionCookie cookie, ClientAddress addresses, Traces traces) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.addresses = addresses;
    this.traces = traces;
  }

  public Optional<BrowserSession> of(RoutingContext routing) {
    return Optional.ofNullable(routing.get(KEY));
  }

  /** The session, or a new one for a browser that has none. */
  public Uni<BrowserSession> orStarted(RoutingContext routing) {
    return of(routing)
        .map(session -> Uni.createFrom().item(session))
        .orElseGet(() -> sessions.start().invoke(session -> set(routing, session)));
  }

  /** The session of a form, which {@link CsrfFilter} has let pass only because there is one. */
  public BrowserSession required(RoutingContext routing) {
    return of(routing).orElseThrow(() -> new IllegalStateException("a form without a session"));
  }

  /** Whether the form that was sent carries this session's own token. */
  public boolean isGenuine(RoutingContext routing) {
    var sent = FormBody.field(routing, "csrf").getBytes(UTF_8);
    return of(routing)
        .filter(session -> MessageDigest.isEqual(session.csrfToken().getBytes(UTF_8), sent))
        .isPresent();
  }

  /** What a form or link of this session is about; empty if the handle is not one of its own. */
  public Optional<Visit> visit(RoutingContext routing, String handle) {
    return visit(routing, handle, "");
  }

  /** The same for a page after the confirm page; a mark that is not genuine is none. */
  public Optional<Visit> visit(RoutingContext routing, String handle, String mark) {
    return of(routing)
        .filter(session -> session.retiredFor().isEmpty() || isSignIn(routing))
        .flatMap(
            session ->
                session
                    .grant(handle)
                    .map(this::atHand)
                    .map(
                        opened ->
                            new Visit(
                                session,
                                handle,
                                opened,
                                address(routing),
                                ConfirmationMark.isGenuine(mark, session.browser(), handle))));
  }

  /** Notes the grant in the session, so that forms can name it by its handle. */
  public Uni<Visit> remember(RoutingContext routing, BrowserSession session, OpenedGrant opened) {
    atHand(opened);
    return sessions
        .remember(session, opened)
        .map(handle -> new Visit(session, handle, opened, address(routing), false));
  }

  /**
   * A session from which somebody has signed in is there for the second click of that, and shows
   * nothing to whoever else may know its cookie.
   */
  private static boolean isSignIn(RoutingContext routing) {
    var path = routing.normalizedPath();
    return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
  }

  /** From here on the request is about that grant, and speaks the language it asks for. */
  private OpenedGrant atHand(OpenedGrant opened) {
    traces.concerns(opened.grant());
    Language.prefer(opened.uiLocales());
    return opened;
  }

  /** Where the browser is. */
  public String address(RoutingContext routing) {
    return addresses.of(routing.request());
  }

  /** Signs the person in and gives the browser its new cookie. */
  public Uni<BrowserSession> signIn(
      RoutingContext routing, BrowserSession session, SignedIn person) {
    return sessions.signIn(session, person).invoke(signedIn -> set(routing, signedIn));
  }

  /**
   * Has the browser ask again when the person goes back to the page they come from. Chromium keeps
   * even pages with {@code no-store} for the way back, and shows them as they were, unless an
   * HttpOnly cookie was set since: the same one will do.
   */
  public void forbidGoingBack(RoutingContext routing, BrowserSession session) {
    cookie.set(routing.response(), session.id());
  }

  /** Ends the session and takes the cookie back. */
  public Uni<Void> end(RoutingContext routing, BrowserSession session) {
    return sessions.end(session.id()).invoke(() -> cookie.clear(routing.response()));
  }

  Uni<Void> find(RoutingContext routing) {
    return cookie
        .read(routing.request())
        .map(sessions::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .invoke(found -> found.ifPresent(session -> routing.put(KEY, session)))
        .replaceWithVoid();
  }

  private void set(RoutingContext routing, BrowserSession session) {
    routing.put(KEY, session);
    cookie.set(routing.response(), session.id());
  }
}
