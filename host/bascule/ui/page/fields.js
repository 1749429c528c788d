/** Fields of the profile editor. */

import { element } from './dom.js';

/**
 * A field with its label.
 * @param {string} name
 * @param {string} words
 * @param {string} example
 * @param {string} [type]
 */
export function labelled(name, words, example, type = 'text') {
  const label = element('label', 'block', words);
  const input = /** @type {HTMLInputElement} */ (element('input', ''));
  input.name = name;
  input.type = type;
  if (example) {
    input.placeholder = `such as ${example}`;
  }
  if (/^[0-9]+$/.test(example)) {
    input.inputMode = 'numeric';
  }
  label.append(input);
  return label;
}

/**
 * What a clearance of one condition has.
 * @param {{key: string, name: string, dated: boolean}} one
 * @param {{key: string, name: string}[]} roles
 */
export function clearance(one, roles) {
  const group = /** @type {HTMLFieldSetElement} */ (element('fieldset', 'clearance'));
  group.dataset.condition = one.key;
  const fields = element('div', 'fields');
  const role = element('label', 'block', 'In which role');
  const select = /** @type {HTMLSelectElement} */ (element('select', ''));
  select.name = 'role';
  select.append(new Option('', ''), ...roles.map((each) => new Option(each.name, each.key)));
  role.append(select);
  if (one.dated) {
    fields.append(labelled('since', 'Date of the operation or event', '', 'date'));
  }
  fields.append(
    labelled('clinician', 'Who gave the clearance', 'Dr. A. Example'), role, labelled('issued', 'Given on', '', 'date'),
    labelled('expires', 'Valid until', '', 'date'), labelled('max_inversion_deg', 'Up to how many degrees', '20'),
  );
  group.append(element('legend', '', `Written clearance: ${one.name}`), element('p', 'hint', 'Until all of it is filled in, the table stays locked.'), fields);
  return group;
}
