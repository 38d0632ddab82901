/** What the TV shows while it waits. */

import { byId, word } from "./page.js";

let countdown;

export function showCode(codes) {
  byId("go_to").textContent = word("goTo", codes.verification_uri);
  byId("user_code").textContent = codes.user_code;
  byId("user_code").classList.toggle("long", codes.user_code.length > 11);
  byId("qr").src = `/device/qr/${encodeURIComponent(codes.user_code)}.svg`;
  openHere(codes.verification_uri_complete);
  const end = Date.now() + codes.expires_in * 1000;
  clearInterval(countdown);
  countdown = setInterval(() => tick(end), 1000);
  tick(end);
  byId("screen").hidden = false;
}

export function clearScreen() {
  clearInterval(countdown);
  byId("screen").hidden = true;
  byId("confirmation").hidden = true;
  byId("qr").removeAttribute("src");
}

function openHere(address) {
  const link = byId("open_here");
  link.hidden = !/^https?:\/\//.test(address);
  link.href = link.hidden ? "" : address;
}

/** Seen, not said: a screen reader would speak every second. */
function tick(end) {
  const left = Math.max(0, Math.round((end - Date.now()) / 1000));
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  byId("valid_for").textContent = word("validFor", time);
}
