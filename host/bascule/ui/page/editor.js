/** The profile editor: the questions of the table's own rules as a form, judged by the laptop with each answer. */

import { button, byId, element, replace } from './dom.js';
import { clearance, labelled } from './fields.js';
import { caps, list, readable } from './reasons.js';

/** @typedef {{key: string, name: string, means: string, clearable: boolean, dated: boolean}} Condition */
/** @typedef {{areas: {title: string, conditions: Condition[]}[], each_day: string[], roles: {key: string, name: string}[]}} Questions */

/** @type {[string, string, string][]} field of the file, what is asked, example */
const ABOUT = [
  ['name', 'Name', 'Cara'],
  ['born', 'Year of birth', '1986'],
  ['height_cm', 'Height in cm', '172'],
  ['weight_kg', 'Weight in kg', '68'],
  ['max_inversion_deg', 'Furthest head-down, in degrees past horizontal', '25'],
  ['session_s', 'Longest time head-down, in seconds', '120'],
];
const SLOWER = [
  ['hold_deg', 'Hold the steps at, in degrees past horizontal', '20'],
  ['days_per_step', 'Days that each step takes at least', '14'],
];
const OPEN = { ...Object.fromEntries(ABOUT.map(([field, label]) => [field, label.toLowerCase()])), conditions: 'the conditions, or that there is nothing to declare' };
const WAIT_MS = 120;
const noted = (/** @type {string} */ text) => ({ text });

export class Editor {
  /** @param {import('./link.js').Link} link */
  constructor(link) {
    this.link = link;
    /** @type {Questions | null} */
    this.questions = null;
    /** @type {Map<string, Condition>} */
    this.conditions = new Map();
    this.form = /** @type {HTMLFormElement} */ (byId('answers'));
    this.due = 0;
    this.text = '';
    /** @type {Node[]} what the table made of the last push */
    this.pushed = [];
    byId('editor-open').addEventListener('click', () => this.turn());
    this.form.addEventListener('input', (event) => this.changed(event));
    this.form.addEventListener('submit', (event) => event.preventDefault());
  }

  turn() {
    const body = byId('editor-body');
    body.hidden = !body.hidden;
    byId('editor-open').setAttribute('aria-expanded', String(!body.hidden));
    byId('editor-open').textContent = body.hidden ? 'Open the questions' : 'Close the questions';
    if (!body.hidden && !this.questions) {
      this.link.send('questions');
    }
    if (!body.hidden) {
      // The button is at the end of the page, and the questions are below it.
      byId('editor').scrollIntoView();
    }
  }

  /** @param {Questions} questions */
  ask(questions) {
    this.questions = questions;
    replace(byId('editor-about'), ...ABOUT.map(([name, label, example]) => labelled(name, label, example)));
    replace(byId('editor-slower'), ...SLOWER.map(([name, label, example]) => labelled(name, label, example)));
    replace(byId('editor-areas'), ...questions.areas.map((area) => this.area(area)));
    byId('editor-daily').textContent = `The table itself asks each day about: ${questions.each_day.join(', ')}.`;
    this.judge();
  }

  /** @param {{title: string, conditions: Condition[]}} area */
  area(area) {
    const group = element('details', '');
    group.append(element('summary', '', area.title));
    for (const one of area.conditions) {
      this.conditions.set(one.key, one);
      const label = element('label', 'condition');
      const box = /** @type {HTMLInputElement} */ (element('input', ''));
      box.type = 'checkbox';
      box.name = 'condition';
      box.value = one.key;
      const words = element('span', '', one.name);
      words.append(element('small', '', one.means));
      label.append(box, words);
      group.append(label);
    }
    return group;
  }

  declared() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll('input[name=condition]:checked'))].map((one) => one.value);
  }

  /** @param {Event} event */
  changed(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.id === 'editor-find') {
      this.find(target.value.trim().toLowerCase());
      return;
    }
    if (target.name === 'condition') {
      this.nothing.checked = this.nothing.checked && !target.checked;
      this.clearances();
    } else if (target.name === 'nothing' && target.checked) {
      this.form.querySelectorAll('input[name=condition]:checked').forEach((one) => { /** @type {HTMLInputElement} */ (one).checked = false; });
      this.clearances();
    }
    this.pushed = [];
    clearTimeout(this.due);
    this.due = window.setTimeout(() => this.judge(), WAIT_MS);
  }

  get nothing() {
    return /** @type {HTMLInputElement} */ (byId('editor-nothing'));
  }

  /** @param {string} words */
  find(words) {
    for (const group of byId('editor-areas').children) {
      let any = false;
      let declared = false;
      for (const label of group.querySelectorAll('label')) {
        const checked = /** @type {HTMLInputElement} */ (label.querySelector('input')).checked;
        const fits = (label.textContent ?? '').toLowerCase().includes(words) || checked;
        label.hidden = !fits;
        any ||= fits;
        declared ||= checked;
      }
      group.toggleAttribute('open', declared || (words !== '' && any));
      group.toggleAttribute('hidden', !any);
    }
  }

  /** A clearance can be filled in for each declared condition that one would free; what is filled in stays. */
  clearances() {
    const place = byId('editor-cleared');
    const wanted = this.declared().filter((key) => this.conditions.get(key)?.clearable);
    for (const one of [...place.children]) {
      if (!wanted.includes(/** @type {HTMLElement} */ (one).dataset.condition ?? '')) {
        one.remove();
      }
    }
    for (const key of wanted) {
      if (!place.querySelector(`[data-condition=${key}]`)) {
        place.append(clearance(/** @type {Condition} */ (this.conditions.get(key)), this.questions?.roles ?? []));
      }
    }
  }

  answers() {
    /** @type {Record<string, any>} */
    const found = { conditions: this.declared(), nothing: this.nothing.checked, clearances: [], since: {} };
    for (const name of [...[...ABOUT, ...SLOWER].map(([field]) => field), 'goal', 'notes']) {
      found[name] = /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name)).value;
    }
    found.ask_pain = /** @type {HTMLInputElement} */ (this.form.elements.namedItem('ask_pain')).checked;
    found.beyond_60 = Number(found.max_inversion_deg) > 60;
    for (const one of byId('editor-cleared').children) {
      const condition = /** @type {HTMLElement} */ (one).dataset.condition ?? '';
      /** @type {Record<string, string>} */
      const parts = { condition };
      one.querySelectorAll('input, select').forEach((field) => {
        const input = /** @type {HTMLInputElement} */ (field);
        parts[input.name] = input.value;
      });
      if (parts.since) {
        found.since[condition] = parts.since;
      }
      found.clearances.push(parts);
    }
    return found;
  }

  judge() {
    this.link.send('screen', { answers: this.answers() });
  }

  /** @param {{result: any, open: string[], text: string, id: string}} told the laptop's verdict */
  show(told) {
    // An angle that was not asked for yet limits nothing.
    const said = told.result.caps.filter((/** @type {{origin: string}} */ cap) => cap.origin !== 'profile' || !told.open.includes('max_inversion_deg'));
    const result = { ...told.result, caps: said };
    const heads = { locked: 'Locked: the table does not go head-down', refused: 'Not in order yet', usable: `Up to ${result.limit_deg}°, set by ${readable(result.bound_by)}` };
    const parts = [element('h3', '', 'What this computer says'), element('p', `said is-${result.verdict}`, heads[/** @type {keyof heads} */ (result.verdict)])];
    if (result.verdict === 'usable') {
      parts.push(element('p', 'hint', `At most ${result.session_s} s below level. A person new to the table begins with less, and both grow with sessions and days.`));
    }
    const open = told.open.filter((field) => field !== 'id').map((field) => OPEN[/** @type {keyof OPEN} */ (field)] ?? field);
    this.text = told.text;
    const push = button('Push it to the table', () => this.push(), 'main');
    push.disabled = told.text === '';
    const save = /** @type {HTMLAnchorElement} */ (element('a', 'file', 'Save the file'));
    save.download = `${told.id || 'profile'}.toml`;
    save.href = `data:application/toml;charset=utf-8,${encodeURIComponent(told.text)}`;
    save.hidden = told.text === '';
    replace(
      byId('verdict'), ...parts, list(result.reasons, result.verdict === 'refused' ? 'What to correct' : 'Why it is locked'), list(result.warnings, 'To be careful about'), list(result.notes.map(noted), 'Good to know'),
      caps(result), element('p', 'hint', open.length ? `Still open: ${open.join(', ')}.` : ''), push, save, ...this.pushed,
    );
  }

  push() {
    this.said(element('p', 'lines', 'Pushing …'));
    this.link.send('push', { text: this.text, from: 'editor' });
  }

  /** What the table made of the last push is true no longer. */
  forget() {
    this.said();
  }

  /** @param {...Node} parts of what the last push came to */
  said(...parts) {
    this.pushed.forEach((one) => /** @type {Element} */ (one).remove());
    this.pushed = parts;
    byId('verdict').append(...parts);
  }

  /** @param {{ok: boolean, lines: string[]}} answer the table's verdict on a push from here */
  tell(answer) {
    this.said(element('h3', '', answer.ok ? 'What the table says' : 'It was not taken'), element('p', 'lines', answer.lines.join('\n')));
  }
}
