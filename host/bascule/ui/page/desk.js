/** The fault desk: every fault that the simulated surroundings know, by what it is on. */

import { button, byId, element, replace } from './dom.js';

/** What a fault is on, where its name is an engineer's. @type {Record<string, string>} */
const PLAIN = {
  imu: 'tilt sensor', gyro: 'tilt sensor, turning', accel: 'tilt sensor, gravity', floor: 'under the table', position: 'position sensor', current: "motor's current sensor", supply: "motor's supply",
  down: 'button', up: 'button', ok: 'button', 'lock left': 'left ankle lock', 'lock right': 'right ankle lock', 'at upright': 'pose switch', 'at level': 'pose switch', 'at end': 'pose switch', mains: 'mains plug',
  mirror: "contactor's contact", actuator: "motor's screw", driver: 'motor driver', 'bridge a': 'motor driver', 'bridge b': 'motor driver', bus: "sensors' cable", rtc: 'clock chip', uart: 'cable to the laptop',
};

export class Desk {
  /** @param {import('./link.js').Link} link */
  constructor(link) {
    this.link = link;
    this.shown = '';
    /** @type {{fault: string, on: string, words: string, number: string}[]} */
    this.faults = [];
    byId('find').addEventListener('input', () => this.list());
  }

  /** @param {any[]} faults */
  begin(faults) {
    this.faults = faults;
    byId('desk').hidden = faults.length === 0;
    this.list();
  }

  list() {
    const find = /** @type {HTMLInputElement} */ (byId('find')).value.trim().toLowerCase();
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    for (const one of this.faults) {
      const plain = PLAIN[one.on] ?? '';
      if (find && !`${one.fault} ${one.words} ${plain}`.toLowerCase().includes(find)) {
        continue;
      }
      let group = groups.get(one.on);
      if (!group) {
        group = element('details', '');
        const head = element('summary', '', one.on);
        head.append(element('small', '', plain));
        group.append(head);
        group.toggleAttribute('open', find !== '');
        groups.set(one.on, group);
      }
      group.append(this.item(one));
    }
    replace(byId('faults'), ...groups.values());
    if (!groups.size) {
      byId('faults').textContent = 'No fault has these words.';
    }
  }

  /** @param {{fault: string, words: string, number: string}} one */
  item(one) {
    const line = element('div', 'one');
    const words = element('span', '', one.fault);
    words.append(element('small', '', one.number ? `${one.words} (${one.number})` : one.words));
    const press = button('Break', () => this.link.send('break', { fault: one.fault }));
    press.setAttribute('aria-label', `Break: ${one.fault}`);
    line.append(words, press);
    return line;
  }

  /** @param {[number, string][]} broken */
  show(broken) {
    const shown = JSON.stringify(broken);
    if (shown === this.shown) {
      return;
    }
    this.shown = shown;
    const items = broken.map(([at, words]) => {
      const item = element('li', '');
      const mend = button('Mend', () => this.link.send('heal', { at }));
      mend.setAttribute('aria-label', `Mend: ${words}`);
      item.append(element('span', '', `✗ ${words}`), mend);
      return item;
    });
    replace(byId('broken'), ...items);
  }
}
