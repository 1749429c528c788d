/** How far the chosen person may go, and every reason: of a lock, of a cap, of a fault. */

import { element, replace } from './dom.js';

/** Origins of caps that people cannot read as they stand. */
const ORIGINS = {
  table_rating: 'the table itself',
  profile: 'the profile',
  progression: 'sessions so far',
  hold: 'the hold in the profile',
  age: 'age',
};

/** @type {Record<string, string>} */
let names = {};

/** @param {Record<string, string>} known the name of each condition by its key */
export function nameConditions(known) {
  names = known;
}

/** @param {string} origin */
export function readable(origin) {
  const plain = ORIGINS[/** @type {keyof ORIGINS} */ (origin)];
  const [kind, key] = origin.split(':');
  const name = names[key] ?? (key ?? kind).replaceAll('_', ' ');
  return plain ?? (kind === 'clearance' ? `the clearance for ${name}` : name);
}

/** @param {any} facts */
export function showReasons(facts) {
  const place = /** @type {HTMLElement} */ (document.getElementById('reasons'));
  const verdict = facts.verdict;
  const chosen = (facts.people ?? []).find((/** @type {any} */ one) => one.chosen);
  if (!chosen || !verdict) {
    replace(place, element('p', 'hint', 'The table knows nobody yet, so it is locked. Bring it a profile.'));
    return;
  }
  /** @type {Node[]} */
  const parts = [element('p', 'binds', chosen.name)];
  if (verdict.verdict === 'locked') {
    parts.push(element('p', 'locked', 'Locked: the table does not go head-down'));
  } else {
    const lines = element('dl', '');
    /** @type {[string, string][]} */
    const rows = [['as far as', `${verdict.limit_deg}° head-down, set by ${readable(verdict.bound_by)}`], ['as long as', `${verdict.session_s} s below level`]];
    const progress = facts.progress;
    if (progress) {
      rows.push(['next step', `${progress.sessions_done} of ${progress.sessions_needed} sessions; ${progress.days_to_wait} days to wait`]);
    }
    for (const [name, value] of rows) {
      lines.append(element('dt', '', name), element('dd', '', value));
    }
    parts.push(lines);
  }
  parts.push(list(verdict.reasons, 'Why it is locked'));
  parts.push(list(verdict.warnings, 'To be careful about'));
  parts.push(caps(verdict));
  replace(place, ...parts);
}

/**
 * Every bound of the angle, the one that binds marked.
 * @param {{caps: {limit_deg: number, origin: string}[], bound_by: string}} verdict
 */
export function caps(verdict) {
  const found = document.createDocumentFragment();
  if (verdict.caps.length) {
    const items = element('ul', '');
    for (const cap of verdict.caps) {
      const binds = cap.origin === verdict.bound_by;
      items.append(element('li', binds ? 'binds' : '', `${cap.limit_deg}° by ${readable(cap.origin)}${binds ? ', which binds' : ''}`));
    }
    found.append(element('h3', '', 'What limits the angle'), items);
  }
  return found;
}

/**
 * @param {{text: string}[]} reasons
 * @param {string} head
 */
export function list(reasons, head) {
  const found = document.createDocumentFragment();
  if (reasons.length) {
    const items = element('ul', '');
    for (const one of reasons) {
      items.append(element('li', '', one.text));
    }
    found.append(element('h3', '', head), items);
  }
  return found;
}

/**
 * The one sentence that answers "why does it not move?", for under the picture.
 * @param {any} facts
 * @returns {{text: string, bad: boolean}}
 */
export function whyNot(facts) {
  if (facts.trouble) {
    return { text: `${facts.trouble.text}. ${facts.trouble.hint}`, bad: true };
  }
  const status = facts.status;
  if (!status) {
    return { text: '', bad: false };
  }
  if (status.fault) {
    return { text: status.fault.text, bad: true };
  }
  if (status.state === 'LOCKED' && status.lock_reasons.length) {
    return { text: status.lock_reasons.map((/** @type {any} */ one) => one.text).join(' '), bad: true };
  }
  if (status.state === 'CONFIRM') {
    return { text: 'Somebody at the panel has to choose the person and confirm this session.', bad: false };
  }
  return { text: '', bad: false };
}
