/** A first visit, led by the hand: Anna's profile, the panel, DOWN held to the limit, and up again. */

import { button, byId, element, replace } from './dom.js';

const SEEN = 'bascule guide seen';

/** @typedef {{head: string, text: string, press?: string, act?: () => void}} Step */

export class Guide {
  /** @param {import('./link.js').Link} link */
  constructor(link) {
    this.place = byId('guide');
    this.shown = '';
    this.was = 0;
    this.closed = true;
    this.pushing = false;
    byId('guide-close').addEventListener('click', () => this.close());
    /** @type {Step[]} */
    this.steps = [
      { head: '1. Bring a profile', text: 'Anna is new to this table. Her profile says who she is and what she has.', press: 'Push Anna', act: () => this.push(link) },
      { head: '2. Confirm at the panel', text: 'The panel asks who it is, and what is so today. Answer it with its buttons, or let it be done in half a minute.', press: 'Confirm for me', act: () => link.send('agree') },
      { head: '3. Hold DOWN', text: 'Keep the button pressed. The table goes head-down and stops by itself at 15 degrees. That takes 45 seconds; with Speed 5× at the top, nine.' },
      { head: '4. Let go, press UP', text: 'It comes up by itself, with a pause of a minute at level. STOP stops it at any time.' },
    ];
  }

  /** @param {import('./link.js').Link} link */
  push(link) {
    this.pushing = true;
    link.send('push', { example: 'anna' });
  }

  /** A push was answered; that of one which was taken ends when the table knows somebody. @param {boolean} ok */
  answered(ok) {
    this.pushing = this.pushing && ok;
  }

  begin() {
    this.pushing = false;
    let seen = null;
    try {
      seen = localStorage.getItem(SEEN);
    } catch {
      // A browser that keeps nothing shows the guide each time.
    }
    this.closed = seen !== null;
  }

  close() {
    this.closed = this.place.hidden = true;
    try {
      localStorage.setItem(SEEN, '1');
    } catch {
      // It is shown again next time.
    }
  }

  /** A new table begins with the first step. */
  again() {
    this.was = 0;
    this.shown = '';
    this.pushing = false;
  }

  /**
   * @param {any} now
   * @param {any} facts
   */
  show(now, facts) {
    // A situation plays by itself: nobody is led meanwhile.
    this.place.hidden = this.closed || Boolean(now.playing);
    if (this.place.hidden) {
      return;
    }
    const nobody = now.state === 'LOCKED' && !(facts.people ?? []).length;
    this.was = nobody ? 0 : Math.max(this.was, this.step(now, facts));
    this.pushing = this.pushing && this.was === 0;
    const shown = `${this.was} ${now.agreeing} ${this.pushing} ${Boolean(now.fault)}`;
    if (shown === this.shown) {
      return;
    }
    this.shown = shown;
    if (now.fault) {
      replace(byId('steps'), element('li', 'now whole', 'The table has found a fault. What to do now is told on its panel and below the picture.'));
      return;
    }
    const end = element('li', 'now whole', 'That was a first session. The table says below when the next may begin. Meanwhile there is more to try further down.');
    replace(byId('steps'), ...this.steps.map((step, at) => this.item(step, at, now)), ...(this.was === this.steps.length ? [end] : []));
  }

  /**
   * How many steps are behind: never fewer than there have been.
   * @param {any} now
   * @param {any} facts
   */
  step(now, facts) {
    const rest = ['BOOT', 'LOCKED', 'CONFIRM', 'READY', ''].includes(now.state);
    if (this.was >= 3 && now.state === 'LOCKED') {
      return 4;
    }
    if (now.state === 'AT_LIMIT' || ['RETURNING', 'LEVEL_PAUSE', 'RAISING'].includes(now.state)) {
      return 3;
    }
    if (!rest || now.state === 'READY') {
      return 2;
    }
    return (facts.people ?? []).length ? 1 : 0;
  }

  /**
   * @param {Step} step
   * @param {number} at
   * @param {any} now
   */
  item(step, at, now) {
    const done = at < this.was;
    const item = element('li', done ? 'done' : at === this.was ? 'now' : '');
    item.append(element('strong', '', done ? `${step.head} ✓` : step.head), element('span', '', step.text));
    if (at === this.was) {
      item.setAttribute('aria-current', 'step');
      if (step.press && step.act) {
        const under = at === 0 && this.pushing ? 'Pushing …' : at === 1 && now.agreeing ? 'Reading and pressing …' : '';
        const press = button(under || step.press, step.act, 'main');
        press.disabled = under !== '';
        item.append(element('br', ''), press);
      }
    }
    return item;
  }
}
