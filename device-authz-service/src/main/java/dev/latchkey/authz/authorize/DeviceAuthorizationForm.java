package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;

import dev.latchkey.authz.enrolment.EnrolmentSecret;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.form.ResourceIndicator;
import java.util.Optional;

/**
 * What a device asks for (RFC 8628 section 3.1, RFC 8707 section 2).
 *
 * @param scope what it names; empty if it leaves that to us
 * @param target the API it names by {@code audience} or {@code resource}
 * @param device what it says of itself
 * @param proof what it will prove when it polls
 * @param authentication how it wants its person to be met
 * @param confirmation by what it offers to confirm, if it does
 * @param enrolment by what it says to be approved ahead, if it does
 */
record DeviceAuthorizationForm(
    Optional<Scope> scope,
    Optional<String> target,
    ClaimedDevice device,
    ProofForm proof,
    AuthenticationRequest authentication,
    Optional<Confirmation> confirmation,
    Optional<EnrolmentSecret> enrolment) {

  DeviceAuthorizationForm {
    if (enrolment.isPresent() && authentication.maxAge() != null) {
      throw new OAuthException(
          INVALID_REQUEST, "With an enrolment_token there is nobody who could sign in for max_age");
    }
  }

  /** Fails with {@code invalid_request} or {@code invalid_scope}. */
  static DeviceAuthorizationForm of(OAuthForm form) {
    return new DeviceAuthorizationForm(
        form.optional("scope").map(DeviceAuthorizationForm::scope),
        ResourceIndicator.of(form),
        device(form),
        ProofForm.of(form),
        AuthenticationForm.of(form),
        Confirmation.offered(form),
        form.optional("enrolment_token").map(EnrolmentSecret::new));
  }

  /**
   * What the approval of such a grant has to satisfy. Fails with {@code invalid_request} if the
   * device does not offer what the client's policy wants. Whoever is approved ahead has nobody who
   * could enter a number, and needs not to offer it.
   */
  ApprovalPolicy agree(ApprovalPolicy policy) {
    return enrolment.isPresent()
        ? policy.withoutNumberMatching()
        : Confirmation.agree(policy, confirmation);
  }

  private static Scope scope(String sent) {
    return Scope.parse(sent)
        .orElseThrow(
            () ->
                new OAuthException(INVALID_SCOPE, "A scope has a character that it may not have"));
  }

  private static ClaimedDevice device(OAuthForm form) {
    return new ClaimedDevice(
        ClaimedText.of(form, "device_name", ClaimedDevice.LONGEST),
        ClaimedText.of(form, "device_model", ClaimedDevice.LONGEST),
        ClaimedText.of(form, "device_serial", ClaimedDevice.LONGEST),
        ClaimedText.of(form, "app_version", ClaimedDevice.LONGEST));
  }
}
