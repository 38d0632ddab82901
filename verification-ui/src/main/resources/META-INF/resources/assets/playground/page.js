/** Words and elements. Only text gets into the page, never markup. */

const words = new Map();
for (const word of document.getElementById("words").content.children) {
  words.set(word.dataset.word, word.textContent);
}

/** The page's own words of that name, in its language; `%1` is filled in. */
export function word(name, value = "") {
  return words.get(name).replace("%1", value);
}

export function byId(id) {
  return document.getElementById(id);
}

/** An element with that text and those children, in the order in which they are given. */
export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** Text that is read from left to right in every language: a request, a token. */
export function code(text) {
  const made = element("pre", text);
  made.dir = "ltr";
  made.tabIndex = 0; // it scrolls, so the keyboard has to get there
  return made;
}

/** Said aloud by screen readers; hence only when something has changed. */
export function say(text) {
  const status = byId("status");
  if (status.textContent !== text) {
    status.textContent = text;
  }
}
