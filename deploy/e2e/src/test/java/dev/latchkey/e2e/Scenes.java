package dev.latchkey.e2e;

import static dev.latchkey.e2e.Scene.alone;
import static dev.latchkey.e2e.Scene.scene;
import static dev.latchkey.e2e.Scene.timed;

import dev.latchkey.local.LocalSystem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every page there is: whoever adds a page adds its scene. */
final class Scenes {

  /** Of a client that this person never agrees to here, so that consent is always asked. */
  private static final String USERNAME = "bob";

  private static final String PASSWORD = "builder-of-things";

  private static final String SCOPE = "openid profile email offline_access watch record";

  /** In form, but no device ever got it. */
  private static final String NO_CODE = "BCDF-BCDF";

  private Scenes() {}

  static List<Scene> all() {
    return List.of(
        scene("code", "EnterCode", (visitor, tv) -> visitor.opens("/device")),
        scene(
            "code-unknown", "EnterCode", (visitor, tv) -> visitor.opens("/device").types(NO_CODE)),
        scene("confirm", "Confirm", (visitor, tv) -> visitor.opens(tv.start().completePage())),
        scene("confirm-signed-in", "Confirm", Scenes::confirmSignedIn),
        scene("sign-in", "SignIn", Scenes::signIn),
        scene("sign-in-wrong", "SignIn", (visitor, tv) -> signIn(visitor, tv, "not-the-password")),
        scene("consent", "Consent", (visitor, tv) -> signIn(visitor, tv, PASSWORD)),
        scene("approved", "Done", Scenes::approved),
        scene("denied", "Done", (visitor, tv) -> visitor.opens(page(tv)).decides("deny")),
        scene("already-denied", "NoticePage", Scenes::alreadyDenied),
        timed("expired", "NoticePage", Scenes::expired),
        scene("in-use", "NoticePage", Scenes::inUse),
        scene("stale-form", "NoticePage", Scenes::staleForm),
        scene("not-found", "NoticePage", (visitor, tv) -> visitor.opens("/device/nothing-here")),
        scene("confirm-remembered", "Confirm", TrustScenes::remembered),
        scene("number", "ShowNumber", TrustScenes::number),
        scene("disowned", "Disowned", TrustScenes::disowned),
        scene("code-to-be-typed", "EnterCode", TrustScenes::typedOnly),
        scene("other-network", "Barred", TrustScenes::otherNetwork),
        scene("other-group", "Barred", TrustScenes::otherGroup),
        timed("sign-in-again", "SignIn", TrustScenes::signInAgain),
        scene("provider-leaving", "Leaving", TrustScenes::leaving),
        scene("provider-away", "UpstreamFailed", TrustScenes::providerAway),
        scene("too-many-codes", "Limited", LimitScenes::codes),
        scene("too-many-passwords", "Limited", LimitScenes::passwords),
        alone("sign-in-first", "Limited", LimitScenes::signInFirst),
        scene("account", "Profile", AccountScenes::account),
        scene("account-wrong-password", "Profile", AccountScenes::wrongCurrentPassword),
        alone("account-passkeys", "Profile", AccountScenes::passkeys),
        scene("playground", "Playground", (visitor, tv) -> visitor.opens("/playground")),
        scene("playground-code", "Playground", Scenes::playgroundCode),
        scene("devices", "Devices", DeviceScenes::list),
        scene("devices-none", "Devices", DeviceScenes::none),
        scene("devices-renamed", "Devices", DeviceScenes::renamed),
        scene("device", "LinkedDevice", DeviceScenes::device),
        scene("device-name-too-long", "LinkedDevice", DeviceScenes::nameTooLong),
        scene("device-gone", "NotDone", DeviceScenes::gone),
        scene("devices-unlink-all", "UnlinkAll", DeviceScenes::unlinkAll),
        scene("device-disowned", "DisownedDevice", DeviceScenes::disowned));
  }

  private static void confirmSignedIn(Visitor visitor, Tv tv) {
    visitor.opens("/login").signsIn(USERNAME, PASSWORD).opens(full(tv).completePage());
  }

  private static void signIn(Visitor visitor, Tv tv) {
    visitor.opens(full(tv).completePage()).decides("continue");
  }

  private static void signIn(Visitor visitor, Tv tv, String password) {
    signIn(visitor, tv);
    visitor.signsIn(USERNAME, password);
  }

  private static void approved(Visitor visitor, Tv tv) {
    var codes = tv.start(Tv.CLIENT, "openid");
    visitor.opens(codes.completePage()).decides("continue").signsIn("erin", "keeper-of-lights");
    // Agreed to the first time, remembered from then on.
    if (visitor.page().locator("button[name=decision][value=approve]").isVisible()) {
      visitor.decides("approve");
    }
  }

  private static void alreadyDenied(Visitor visitor, Tv tv) {
    var codes = tv.start();
    visitor.opens(codes.completePage()).decides("deny").opens(codes.completePage());
  }

  /** Opened in time, and left open for longer than it is valid. */
  private static void expired(Visitor visitor, Tv tv, LocalSystem system) {
    var codes = tv.start();
    visitor.opens(codes.completePage());
    codes.age(system, Duration.ofMinutes(11));
    visitor.decides("continue");
  }

  private static void inUse(Visitor visitor, Tv tv) {
    var codes = tv.start();
    Phone.ofAlice().enter(codes);
    visitor.opens(codes.completePage());
  }

  private static void staleForm(Visitor visitor, Tv tv) {
    visitor.opens("/device");
    visitor.page().context().clearCookies();
    visitor.types(NO_CODE);
  }

  private static void playgroundCode(Visitor visitor, Tv tv) {
    visitor.opens("/playground");
    visitor.page().locator("#request button[type=submit]").click();
    visitor.page().locator("#user_code").waitFor();
  }

  private static URI page(Tv tv) {
    return tv.start().completePage();
  }

  private static Tv.Codes full(Tv tv) {
    return tv.start(
        Tv.CLIENT,
        SCOPE,
        Map.of(
            "device_name", "Living room",
            "device_model", "QE65",
            "device_serial", "SN-1",
            "app_version", "1.2.3"));
  }
}
