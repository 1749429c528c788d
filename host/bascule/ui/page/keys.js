/**
 * The table's buttons: held by mouse, finger, Space or a letter. A hold is said again and again, so that it ends by
 * itself when the page is gone, hidden or asleep.
 */

/** Well within the 0.6 s after which the table's end lets go. */
const SAY_MS = 200;
const LETTERS = { d: 'down', u: 'up', o: 'ok' };

export class Keys {
  /**
   * @param {import('./link.js').Link} link
   * @param {HTMLElement} place
   */
  constructor(link, place) {
    this.link = link;
    /** @type {Map<string, Set<string>>} what holds each button: pointers, keys */
    this.holds = new Map();
    this.stopped = false;
    this.stop = /** @type {HTMLButtonElement} */ (document.getElementById('stop'));
    this.letters = /** @type {HTMLInputElement} */ (document.getElementById('letters'));
    for (const key of place.querySelectorAll('[data-button]')) {
      this.listen(/** @type {HTMLButtonElement} */ (key));
    }
    this.stop.addEventListener('click', () => this.turnStop());
    addEventListener('keydown', (event) => this.letter(event, true));
    addEventListener('keyup', (event) => this.letter(event, false));
    addEventListener('blur', () => this.letGoOfAll());
    document.addEventListener('visibilitychange', () => document.hidden && this.letGoOfAll());
    addEventListener('pagehide', () => this.letGoOfAll());
    setInterval(() => this.sayAgain(), SAY_MS);
  }

  /** @param {HTMLButtonElement} key */
  listen(key) {
    const name = String(key.dataset.button);
    key.addEventListener('pointerdown', (event) => {
      if (event.button === 0) {
        key.setPointerCapture(event.pointerId);
        this.hold(name, `pointer ${event.pointerId}`);
      }
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      key.addEventListener(end, (event) => this.letGo(name, `pointer ${/** @type {PointerEvent} */ (event).pointerId}`));
    }
    key.addEventListener('contextmenu', (event) => event.preventDefault());
    key.addEventListener('keydown', (event) => {
      if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) {
        event.preventDefault();
        this.hold(name, event.code);
      }
    });
    key.addEventListener('keyup', (event) => this.letGo(name, event.code));
    key.addEventListener('blur', () => this.letGoKeys(name));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} down
   */
  letter(event, down) {
    const name = LETTERS[/** @type {keyof LETTERS} */ (event.key.toLowerCase())];
    if (!down && name) {
      this.letGo(name, `letter ${name}`);
      return;
    }
    const typing = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), select, textarea');
    if (!down || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing || !this.letters.checked) {
      return;
    }
    if (name) {
      this.hold(name, `letter ${name}`);
    } else if (event.key.toLowerCase() === 's') {
      this.turnStop();
    }
  }

  turnStop() {
    this.link.send('stop', { on: !this.stopped });
  }

  /**
   * @param {string} name
   * @param {string} by
   */
  hold(name, by) {
    const holds = this.holds.get(name) ?? new Set();
    this.holds.set(name, holds.add(by));
    this.link.send('hold', { button: name });
    this.show([]);
  }

  /**
   * @param {string} name
   * @param {string} by
   */
  letGo(name, by) {
    const holds = this.holds.get(name);
    if (holds?.delete(by) && holds.size === 0) {
      this.holds.delete(name);
      this.link.send('let_go', { button: name });
      this.show([]);
    }
  }

  /** @param {string} name */
  letGoKeys(name) {
    for (const by of [...(this.holds.get(name) ?? [])]) {
      if (!by.startsWith('pointer')) {
        this.letGo(name, by);
      }
    }
  }

  /** What was held is no longer: also when the connection is lost, so that nothing goes on as it comes back. */
  letGoOfAll() {
    for (const [name, holds] of [...this.holds]) {
      for (const by of [...holds]) {
        this.letGo(name, by);
      }
    }
  }

  /** Said too late it presses nothing: what the table has let go of, somebody must press anew. */
  sayAgain() {
    for (const name of this.holds.keys()) {
      this.link.send('still', { button: name });
    }
  }

  /**
   * Draw what is pressed at the table, by whomever, and here.
   * @param {string[]} held
   * @param {boolean} [stopped]
   */
  show(held, stopped = this.stopped) {
    this.stopped = stopped;
    for (const key of document.querySelectorAll('[data-button]')) {
      const name = /** @type {HTMLElement} */ (key).dataset.button ?? '';
      key.setAttribute('aria-pressed', String(held.includes(name) || this.holds.has(name)));
    }
    this.stop.setAttribute('aria-pressed', String(stopped));
  }
}
