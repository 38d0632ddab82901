// Passkeys (WebAuthn). A form with data-passkey is shown where the browser knows passkeys; when it is
// sent, the browser asks for one, its answer goes into the hidden fields, and the form goes its
// usual way. Without this script the form stays hidden, and a password works. With data-autofill, the
// browser also offers passkeys among the names that it knows for that field, as long as the form's
// challenge is good.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const FIVE_MINUTES = 300000;

/** What is signed later comes too late: a challenge is good for five minutes. */
const FOUR_MINUTES = 240000;

/** What RelyingParty verifies: ES256, EdDSA, RS256. */
const ALGORITHMS = [-7, -8, -257];

const ceremonies = {
  async get(form, offer = {}) {
    const { challenge, rp } = form.dataset;
    const found = await navigator.credentials.get({
      ...offer,
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

const send = (form, answer) => {
  for (const [name, value] of Object.entries(answer)) {
    form.elements.namedItem(name).value = value;
  }
  form.submit();
};

/** The offer that waits in the field; a browser waits for one answer at a time. */
let offered;

const offer = async (form, field) => {
  if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  const pending = new AbortController();
  offered = pending;
  setTimeout(() => pending.abort(), FOUR_MINUTES);
  field.autocomplete = "username webauthn";
  try {
    const { signal } = pending;
    send(form, await ceremonies.get(form, { mediation: "conditional", signal }));
  } catch {
    // Nobody asked for it: the button and the password are there.
  }
};

const ask = async (form) => {
  offered?.abort();
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  tell(form, "none");
  try {
    send(form, await ceremonies[form.dataset.passkey](form));
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
    const field = document.getElementById(form.dataset.autofill);
    if (field) {
      offer(form, field);
    }
  }
}
