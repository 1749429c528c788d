/** What happened, the newest first. */

import { byId, element } from './dom.js';

const MOST = 200;

/** @param {number} s */
function clock(s) {
  return `${Math.floor(s / 60)}:${(s % 60).toFixed(1).padStart(4, '0')}`;
}

export class Story {
  constructor() {
    this.place = byId('story');
  }

  /** @param {any[]} events */
  begin(events) {
    this.place.replaceChildren();
    events.forEach((one) => this.add(one));
  }

  /** @param {{t: number, kind: string, text: string}} event */
  add(event) {
    const line = element('li', `is-${event.kind}`);
    line.append(element('time', '', clock(event.t)), element('span', '', event.text));
    this.place.prepend(line);
    while (this.place.childElementCount > MOST) {
      this.place.lastElementChild?.remove();
    }
  }
}
