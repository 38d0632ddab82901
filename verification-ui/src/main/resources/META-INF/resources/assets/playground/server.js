/** The OAuth endpoints. Every exchange is reported as it happens. */

const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

/** A server whose exchanges are told to `seen`. */
export function server(seen) {
  /** The answer, or null if there was none. */
  async function send(method, path, fields, headers = {}) {
    const told = seen({ method, path, fields, headers });
    try {
      const response = await fetch(path, {
        method,
        headers,
        body: method === "POST" ? new URLSearchParams(fields) : undefined,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
      });
      const answer = {
        status: response.status,
        retryAfter: Number(response.headers.get("Retry-After")) || 0,
        body: parse(await response.text()),
      };
      told(answer);
      return answer;
    } catch {
      told(null);
      return null;
    }
  }

  return {
    ask: (fields) => send("POST", "/oauth/device/code", fields),
    poll: (fields) => send("POST", "/oauth/token", { grant_type: DEVICE_CODE, ...fields }),
    refresh: (fields) => send("POST", "/oauth/token", { grant_type: "refresh_token", ...fields }),
    revoke: (fields) => send("POST", "/oauth/revoke", fields),
    userinfo: (token) => send("GET", "/userinfo", {}, { Authorization: `Bearer ${token}` }),
  };
}

function parse(text) {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}
