/** A TV in a web page. What it learns stays in memory, and goes with the page. */

import { byId, say, word } from "./page.js";
import { poll } from "./poll.js";
import { proof } from "./proof.js";
import { clearScreen, showCode } from "./screen.js";
import { server } from "./server.js";
import { showTokens } from "./tokens.js";
import { exchange } from "./transcript.js";

const latchkey = server(exchange);
let client = "";
let tokens = {};
let number = "";
let question = "";
let running = new AbortController();

async function start() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const asked = new FormData(byId("request"));
  client = asked.get("client_id").trim();
  tokens = {};
  number = "";
  question = word("numberAsk");
  clearScreen();
  byId("tokens").hidden = true;
  say(word("asking"));

  const { verifier, challenge } = await proof();
  const answer = await latchkey.ask({
    client_id: client,
    scope: asked.get("scope").trim(),
    device_name: word("deviceName"),
    ...(asked.has("number") ? { confirmation: "number" } : {}),
    ...challenge,
  });
  if (signal.aborted) {
    return;
  }
  if (answer?.status !== 200) {
    say(refusal(answer));
    return;
  }
  const codes = answer.body;
  showCode(codes);
  say(word("waiting"));
  const ask = () =>
    latchkey.poll({
      client_id: client,
      device_code: codes.device_code,
      code_verifier: verifier,
      ...typedNumber(),
    });
  const end = await poll(codes, ask, waiting, signal);
  if (end !== undefined) {
    clearScreen();
    finish(end);
  }
}

/** Sent once: the server counts wrong ones. */
function typedNumber() {
  const typed = number;
  number = "";
  return typed === "" ? {} : { confirmation_number: typed };
}

function waiting(answer, pause) {
  const body = answer?.body ?? {};
  if (body.confirmation_required === true) {
    askNumber(body);
  } else if (answer === null) {
    say(word("unreachable"));
  } else {
    say(body.error === "slow_down" ? word("slowed", pause) : word("waiting"));
  }
}

function askNumber(body) {
  const form = byId("confirmation");
  if (form.hidden) {
    form.hidden = false;
    byId("confirmation_number").focus();
  }
  if (body.confirmation_wrong === true) {
    question = word("numberWrong", body.confirmation_attempts_left);
  }
  if (number === "") {
    say(question);
  }
}

function finish(answer) {
  if (answer?.status === 200) {
    keep(answer.body);
    say(word("approved"));
    byId("tokens").hidden = false;
    byId("tokens_title").focus();
  } else {
    say(refusal(answer));
  }
}

function refusal(answer) {
  switch (answer?.body.error) {
    case undefined:
      return answer === null ? word("unreachable") : word("failed", answer.status);
    case "access_denied":
      return word("denied");
    case "expired_token":
      return word("expired");
    default:
      return word("failed", answer.body.error);
  }
}

function keep(answer) {
  tokens = { ...tokens, ...answer };
  byId("refresh").disabled = tokens.refresh_token === undefined;
  byId("revoke").disabled = false;
  byId("userinfo").disabled = false;
  showTokens(tokens);
}

async function refresh() {
  const answer = await latchkey.refresh({
    client_id: client,
    refresh_token: tokens.refresh_token,
  });
  if (answer?.status === 200) {
    keep(answer.body);
    say(word("refreshed"));
  } else {
    say(refusal(answer));
  }
}

async function revoke() {
  const answer = await latchkey.revoke({
    client_id: client,
    token: tokens.refresh_token ?? tokens.access_token,
  });
  say(answer?.status === 200 ? word("revoked") : refusal(answer));
}

async function userinfo() {
  const answer = await latchkey.userinfo(tokens.access_token);
  if (answer?.status !== 200) {
    say(refusal(answer));
  }
}

function onSubmit(id, act) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}

onSubmit("request", start);
onSubmit("confirmation", () => {
  number = byId("confirmation_number").value.trim();
  byId("confirmation_number").value = "";
  say(word("numberNext"));
});
byId("userinfo").addEventListener("click", userinfo);
byId("refresh").addEventListener("click", refresh);
byId("revoke").addEventListener("click", revoke);
byId("request").hidden = false;
