/** The situations that play themselves on the simulated table. */

import { button, byId, element, replace } from './dom.js';

export class Plays {
  /** @param {import('./link.js').Link} link */
  constructor(link) {
    this.link = link;
    byId('playing-end').addEventListener('click', () => link.send('end'));
  }

  /** @param {{key: string, title: string, words: string}[]} situations */
  begin(situations) {
    byId('plays').hidden = situations.length === 0;
    const items = situations.map((one) => {
      const item = element('div', 'one');
      const words = element('span', '', one.title);
      words.append(element('small', '', one.words));
      const play = button('Play', () => {
        this.link.send('situation', { key: one.key });
        byId('playing').closest('section')?.scrollIntoView();
      });
      play.setAttribute('aria-label', `Play: ${one.title}`);
      item.append(words, play);
      return item;
    });
    replace(byId('situations'), ...items);
  }

  /** @param {string} title of the one that plays; empty while none does */
  show(title) {
    const playing = byId('playing');
    if (playing.hidden !== !title) {
      playing.hidden = !title;
    }
    const text = title ? `Playing: ${title}` : '';
    if (byId('playing-title').textContent !== text) {
      byId('playing-title').textContent = text;
    }
  }
}
