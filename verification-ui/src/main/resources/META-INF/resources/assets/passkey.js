// Passkeys (WebAuthn). A form with data-passkey is shown where the browser knows passkeys; when it is
// sent, the browser asks for one, its answer goes into the hidden fields, and the form goes its
// usual way. Without this script the form stays hidden, and a password works.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const FIVE_MINUTES = 300000;

/** What RelyingParty verifies: ES256, EdDSA, RS256. */
const ALGORITHMS = [-7, -8, -257];

const ceremonies = {
  async get(form) {
    const { challenge, rp } = form.dataset;
    const found = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(challenge),
        rpId: rp,
        userVerification: "required",
        timeout: FIVE_MINUTES,
      },
    });
    return {
      credential: text(found.rawId),
      client_data: text(found.response.clientDataJSON),
      authenticator_data: text(found.response.authenticatorData),
      signature: text(found.response.signature),
      user_handle: text(found.response.userHandle ?? new ArrayBuffer(0)),
    };
  },

  async create(form) {
    const { challenge, rp, site, user, username, exclude } = form.dataset;
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(challenge),
        rp: { id: rp, name: site },
        user: { id: bytes(user), name: username, displayName: username },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: (exclude ? exclude.split(" ") : []).map((id) => ({
          type: "public-key",
          id: bytes(id),
        })),
        authenticatorSelection: {
          residentKey: "required",
          requireResidentKey: true,
          userVerification: "required",
        },
        attestation: "none",
        timeout: FIVE_MINUTES,
      },
    });
    return {
      attestation: text(made.response.attestationObject),
      client_data: text(made.response.clientDataJSON),
      transports: (made.response.getTransports?.() ?? []).join(" "),
    };
  },
};

/** Each has its words on the page, in an element with data-problem. */
const problemOf = (error) =>
  ({ NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "there" })[
    error.name
  ] ?? "failed";

const tell = (form, problem) => {
  for (const told of form.querySelectorAll("[data-problem]")) {
    told.hidden = told.dataset.problem !== problem;
  }
};

const ask = async (form) => {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  tell(form, "none");
  try {
    const answer = await ceremonies[form.dataset.passkey](form);
    for (const [name, value] of Object.entries(answer)) {
      form.elements.namedItem(name).value = value;
    }
    form.submit();
  } catch (error) {
    tell(form, problemOf(error));
    button.disabled = false;
    button.focus();
  }
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  }
}
