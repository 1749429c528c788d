/** What stands around the simulated table: ankle locks, plug, battery, and the speed of time. */

import { button, byId, element } from './dom.js';

const SWITCHES = {
  lock_left: ['Left ankle lock', 'closed', 'open'],
  lock_right: ['Right ankle lock', 'closed', 'open'],
  mains: ['Mains plug', 'in', 'pulled'],
};

export class Around {
  /** @param {import('./link.js').Link} link */
  constructor(link) {
    this.link = link;
    /** @type {any} */
    this.now = {};
    this.speed = /** @type {HTMLSelectElement} */ (byId('speed'));
    this.pause = byId('pause');
    /** @type {Map<string, HTMLButtonElement>} */
    this.buttons = new Map();
    for (const [name, [words]] of Object.entries(SWITCHES)) {
      const one = button(words, () => link.send('switch', { name, on: !this.now.switches?.[name] }));
      one.append(element('small', '', ''));
      this.buttons.set(name, one);
      byId('switches').append(one);
    }
    this.power = button('All power', () => link.send('power', { on: !this.now.powered }));
    this.power.append(element('small', '', ''));
    byId('switches').append(this.power);
    this.pause.addEventListener('click', () => this.play(this.now.speed, !this.now.paused));
    this.speed.addEventListener('change', () => this.play(Number(this.speed.value), this.now.paused));
    byId('renew').addEventListener('click', () => link.send('renew'));
  }

  /**
   * @param {number} speed
   * @param {boolean} paused
   */
  play(speed, paused) {
    this.link.send('play', { speed, paused });
  }

  /** @param {any} fixed */
  begin(fixed) {
    const simulated = fixed.kind === 'simulated';
    byId('time').hidden = byId('around').hidden = byId('keys').hidden = !simulated;
    byId('keys-hint').hidden = byId('letters-label').hidden = !simulated;
    byId('renew').hidden = !fixed.renew;
    this.speed.replaceChildren(...(fixed.speeds ?? []).map((/** @type {number} */ one) => new Option(`${one}×`, String(one))));
  }

  /** @param {any} now */
  show(now) {
    if (!now.switches) {
      return;
    }
    this.now = now;
    for (const [name, one] of this.buttons) {
      this.state(one, now.switches[name], SWITCHES[/** @type {keyof SWITCHES} */ (name)]);
    }
    this.state(this.power, now.powered, ['', 'on', 'off: mains and battery']);
    const paused = String(now.paused);
    if (this.pause.getAttribute('aria-pressed') !== paused) {
      this.pause.setAttribute('aria-pressed', paused);
      this.pause.textContent = now.paused ? 'Go on' : 'Pause';
    }
    if (document.activeElement !== this.speed) {
      this.speed.value = String(now.speed);
    }
    const text = `Battery ${now.battery_v} V, motor ${now.motor_a} A, contactor ${now.contactor ? 'closed' : 'open'}.`;
    if (byId('battery').textContent !== text) {
      byId('battery').textContent = text;
    }
  }

  /**
   * @param {HTMLButtonElement} one
   * @param {boolean} on
   * @param {string[]} words
   */
  state(one, on, words) {
    const small = /** @type {HTMLElement} */ (one.querySelector('small'));
    const text = on ? words[1] : words[2];
    if (small.textContent !== text) {
      small.textContent = text;
      one.setAttribute('aria-pressed', String(on));
    }
  }
}
