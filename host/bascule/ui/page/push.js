/** A profile onto the table: one of the examples, or a file of one's own. */

import { button, byId, replace } from './dom.js';

/**
 * @param {import('./link.js').Link} link
 * @param {{name: string, label: string, words: string}[]} examples
 */
export function offerPushes(link, examples) {
  byId('pushing').hidden = false;
  const offers = examples.map((one) => {
    const offer = button(one.label, () => push(link, { example: one.name }));
    offer.title = one.words;
    return offer;
  });
  replace(byId('examples'), ...offers);
}

/** @param {import('./link.js').Link} link */
export function listenForFiles(link) {
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) {
      push(link, { text: await file.text() });
      input.value = '';
    }
  });
}

/**
 * @param {import('./link.js').Link} link
 * @param {object} what
 */
function push(link, what) {
  showPushed({ lines: ['Pushing …'] });
  link.send('push', what);
}

/** @param {{lines: string[]}} answer */
export function showPushed(answer) {
  byId('pushed').textContent = answer.lines.join('\n');
}
