/** Elements without markup: whatever a table or a file says is text, and nothing else. */

/**
 * @param {string} name
 * @param {string} kind class of the element; empty for none
 * @param {string} [text]
 */
export function element(name, kind, text = '') {
  const found = document.createElement(name);
  if (kind) {
    found.className = kind;
  }
  found.textContent = text;
  return found;
}

/**
 * @param {string} text
 * @param {() => void} press
 * @param {string} [kind]
 */
export function button(text, press, kind = '') {
  const found = /** @type {HTMLButtonElement} */ (element('button', kind, text));
  found.type = 'button';
  found.addEventListener('click', press);
  return found;
}

/**
 * @param {Element} place
 * @param {...(Node | string)} parts
 */
export function replace(place, ...parts) {
  place.replaceChildren(...parts);
}

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * What stands between backticks is a command.
 * @param {string} text
 */
export function spoken(text) {
  const found = document.createDocumentFragment();
  text.split('`').forEach((part, at) => found.append(at % 2 ? element('code', '', part) : part));
  return found;
}
