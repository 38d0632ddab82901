/** PKCE (RFC 7636): only who asked for the code can fetch the tokens. */

/** A verifier and the fields of its challenge. */
export async function proof() {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return {
    verifier,
    challenge: {
      code_challenge: base64url(new Uint8Array(digest)),
      code_challenge_method: "S256",
    },
  };
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
