/** What `bascule doctor` finds at a real table: what is in the way first. */

import { byId, element, replace, spoken } from './dom.js';

/** @type {Record<string, [string, string]>} sign and words of each verdict */
const SIGNS = { trouble: ['✗', 'Trouble'], 'cannot tell': ['?', 'Cannot tell'], ok: ['✓', 'In order'] };
let shown = 0;

/** @param {import('./link.js').Link} link */
export function listenForLooks(link) {
  byId('look').addEventListener('click', () => {
    byId('findings-hint').textContent = 'Looking.';
    link.send('look');
  });
}

/**
 * @param {boolean} real whether it is a real table
 * @param {{look: number, found: {name: string, verdict: string, text: string, do: string}[]} | undefined} checks
 */
export function showFindings(real, checks) {
  byId('findings').hidden = !real;
  if (!real || !checks || checks.look === shown) {
    return;
  }
  shown = checks.look;
  const found = checks.found;
  const order = Object.keys(SIGNS);
  const sorted = [...found].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  replace(byId('checks'), ...sorted.map((one) => {
    const [sign, words] = SIGNS[one.verdict] ?? ['', one.verdict];
    const item = element('li', one.verdict.replace(' ', '-'));
    const text = element('span', '');
    text.append(spoken(`${one.text}${one.do ? ` ${one.do}` : ''}`));
    item.append(element('strong', '', `${sign} ${one.name}`), element('span', 'off-screen', ` ${words}: `), text);
    return item;
  }));
  const bad = found.filter((one) => one.verdict === 'trouble').length;
  byId('findings-hint').textContent = bad ? `${found.length} looked at: ${bad} in the way.` : `${found.length} looked at: no trouble.`;
}
