package dev.latchkey.e2e;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every page there is: whoever adds a page adds its scene. */
final class Scenes {

  /** Of a client that this person never agrees to here, so that consent is always asked. */
  private static final String USERNAME = "bob";

  private static final String PASSWORD = "builder-of-things";

  private static final String SCOPE = "openid profile email offline_access watch record";

  private Scenes() {}

  static List<Scene> all() {
    return List.of(
        scene("code", (visitor, tv) -> visitor.opens("/device")),
        scene("code-unknown", (visitor, tv) -> visitor.opens("/device").types("BCDF-BCDF")),
        scene("confirm", (visitor, tv) -> visitor.opens(tv.start().completePage())),
        scene("confirm-signed-in", Scenes::confirmSignedIn),
        scene("sign-in", Scenes::signIn),
        scene("sign-in-wrong", (visitor, tv) -> signIn(visitor, tv, "not-the-password")),
        scene("consent", (visitor, tv) -> signIn(visitor, tv, PASSWORD)),
        scene("approved", Scenes::approved),
        scene("denied", (visitor, tv) -> visitor.opens(tv.start().completePage()).decides("deny")),
        scene("already-denied", Scenes::alreadyDenied),
        scene("confirm-remembered", TrustScenes::remembered),
        scene("number", TrustScenes::number),
        scene("disowned", TrustScenes::disowned),
        scene("code-to-be-typed", TrustScenes::typedOnly),
        scene("other-network", TrustScenes::otherNetwork),
        scene("other-group", TrustScenes::otherGroup),
        scene("sign-in-again", TrustScenes::signInAgain),
        scene("too-many-codes", TrustScenes::tooManyCodes),
        scene("account", TrustScenes::account),
        scene("account-wrong-password", TrustScenes::wrongCurrentPassword),
        scene("playground", (visitor, tv) -> visitor.opens("/playground")),
        scene("in-use", Scenes::inUse),
        scene("devices", DeviceScenes::list),
        scene("devices-none", DeviceScenes::none),
        scene("devices-renamed", DeviceScenes.after("renamed")),
        scene("device", DeviceScenes::device),
        scene("device-name-too-long", DeviceScenes::nameTooLong),
        scene("device-gone", DeviceScenes::gone),
        scene("devices-unlink-all", DeviceScenes::unlinkAll),
        scene("device-disowned", DeviceScenes::disowned),
        scene("stale-form", Scenes::staleForm),
        scene("not-found", (visitor, tv) -> visitor.opens("/device/nothing-here")));
  }

  private static Scene scene(String name, BiConsumer<Visitor, Tv> way) {
    return new Scene(name, way);
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

  private static void inUse(Visitor visitor, Tv tv) {
    var codes = tv.start();
    Phone.ofAlice().enter(codes);
    visitor.opens(codes.completePage());
  }

  private static void staleForm(Visitor visitor, Tv tv) {
    visitor.opens("/device");
    visitor.page().context().clearCookies();
    visitor.types("BCDF-BCDF");
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
