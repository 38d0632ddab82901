/** Tokens in words. Nothing is verified here: that is the business of whoever gets a token. */

import { byId, code, element, word } from "./page.js";

const TIMES = ["iat", "nbf", "exp", "auth_time"];

/** Shows the tokens of an answer. */
export function showTokens(answer) {
  byId("token_list").replaceChildren(
    ...["access_token", "id_token", "refresh_token"]
      .filter((name) => answer[name] !== undefined)
      .map((name) => token(name, answer[name])),
  );
}

function token(name, text) {
  const titles = {
    access_token: word("accessToken"),
    id_token: word("idToken"),
    refresh_token: word("refreshToken"),
  };
  const parts = decode(text);
  const content =
    parts === null
      ? [element("p", word("opaque"))]
      : [
          element("h4", word("header")),
          code(JSON.stringify(parts.header, null, 2)),
          element("h4", word("payload")),
          code(JSON.stringify(parts.payload, null, 2)),
          times(parts.payload),
        ];
  return element("section", element("h3", titles[name]), code(text), ...content);
}

/** The times of a payload as people read them. */
function times(payload) {
  const written = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "medium",
  });
  const list = element("dl");
  list.className = "facts";
  for (const name of TIMES.filter((time) => Number.isFinite(payload[time]))) {
    const moment = written.format(new Date(payload[name] * 1000));
    list.append(element("div", element("dt", name), element("dd", moment)));
  }
  return list;
}

/** Header and payload of a JWT (RFC 7519); null if it is none. */
function decode(text) {
  const parts = text.split(".");
  if (parts.length !== 3) {
    return null;
  }
  try {
    return { header: json(parts[0]), payload: json(parts[1]) };
  } catch {
    return null;
  }
}

function json(part) {
  const binary = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
}
