/** What goes over the wire, as it happens; the newest is at the end. */

import { byId, code, element, word } from "./page.js";

const MOST_KEPT = 100;

/** Shows a request; returns what shows its answer. */
export function exchange({ method, path, fields, headers }) {
  const list = byId("exchanges");
  const request = `${method} ${path}`;
  const line = element("summary", request);
  line.dir = "ltr";
  const sent = [...lines(headers, ": "), ...lines(fields, "=")].join("\n");
  const details = element("details", line);
  if (sent !== "") {
    details.append(code(sent));
  }
  list.append(element("li", details));
  while (list.children.length > MOST_KEPT) {
    list.firstElementChild.remove();
  }
  return (answer) => {
    if (answer === null) {
      line.append(" → ", word("noAnswer"));
      return;
    }
    line.append(` → ${answer.status} ${answer.body.error ?? ""}`);
    const retry = answer.retryAfter > 0 ? `Retry-After: ${answer.retryAfter}\n` : "";
    details.append(code(retry + JSON.stringify(answer.body, null, 2)));
  };
}

function lines(fields, between) {
  return Object.entries(fields).map(([name, value]) => name + between + value);
}
