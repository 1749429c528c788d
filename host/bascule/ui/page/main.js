/** The page: each message from the table's program goes to the parts that show it. */

import { Around } from './around.js';
import { Chart } from './chart.js';
import { Desk } from './desk.js';
import { byId, replace, spoken } from './dom.js';
import { Editor } from './editor.js';
import { listenForLooks, showFindings } from './findings.js';
import { Glass } from './glass.js';
import { Guide } from './guide.js';
import { Keys } from './keys.js';
import { Link } from './link.js';
import { Plays } from './plays.js';
import { listenForFiles, offerPushes, showPushed } from './push.js';
import { nameConditions, showReasons, whyNot } from './reasons.js';
import { Side } from './side.js';
import { Story } from './story.js';

/** @type {any} */
let fixed = { states: {} };
/** @type {any} */
let facts = {};
/** @type {any} */
let now = {};
let me = 0;

const link = new Link({ tell, fresh });
/** For whoever looks at the page from the browser's console, as the tests do. */
Object.assign(globalThis, { basculeLink: link });
const keys = new Keys(link, byId('keys'));
const side = new Side(/** @type {any} */ (document.getElementById('side')));
const glass = new Glass();
const chart = new Chart(byId('chart'));
const story = new Story();
const guide = new Guide(link);
const desk = new Desk(link);
const around = new Around(link);
const plays = new Plays(link);
const editor = new Editor(link);
listenForFiles(link);
listenForLooks(link);

/** @param {any} message */
function tell(message) {
  switch (message.k) {
    case 'all':
      begin(message);
      break;
    case 'moment':
      showMoment(message);
      chart.add(message);
      break;
    case 'facts':
      showFacts(message.facts);
      break;
    case 'display':
      glass.draw(message.display);
      break;
    case 'event':
      story.add(message.event);
      break;
    case 'answer':
      answered(message);
      break;
    case 'anew':
      showFacts({});
      chart.begin([]);
      story.begin([]);
      guide.again();
      showPushed({ lines: [] });
      editor.forget();
      break;
    default:
  }
}

/** @param {any} all */
function begin(all) {
  fixed = all.fixed;
  me = all.you;
  document.body.classList.toggle('real', fixed.kind !== 'simulated');
  document.title = fixed.kind === 'simulated' ? 'Bascule: a simulated table' : 'Bascule: a table';
  byId('what').textContent = fixed.kind === 'simulated' ? 'a simulated table' : `the table on ${fixed.port}`;
  byId('footing').textContent = `Bascule ${fixed.version}${fixed.interpreter ? `, firmware on ${fixed.interpreter}` : ''}.`;
  nameConditions(fixed.conditions ?? {});
  around.begin(fixed);
  desk.begin(fixed.faults ?? []);
  plays.begin(fixed.situations ?? []);
  offerPushes(link, fixed.examples ?? []);
  // What was asked for on the connection before is not answered on this one.
  showPushed({ lines: [] });
  editor.forget();
  story.begin(all.events);
  chart.begin(all.strip);
  glass.draw(all.display);
  if (fixed.kind === 'simulated') {
    guide.begin();
  }
  showFacts(all.facts);
  if (all.moment.t !== undefined) {
    showMoment(all.moment);
  }
}

/** @param {any} moment */
function showMoment(moment) {
  now = moment;
  text('angle', now.inv.toFixed(1).replace('-', '−'));
  text('of', now.limit > 0 ? `of ${now.limit.toFixed(0)}°` : now.inv < -68 ? 'upright' : '');
  text('state', now.powered === false ? 'No power' : fixed.states[now.state] ?? now.state);
  side.draw(now);
  if (now.held) {
    keys.show(now.held, now.stop);
  }
  around.show(now);
  desk.show(now.broken ?? []);
  plays.show(now.playing ?? '');
  guide.show(now, facts);
  showLink(link.isFresh);
}

/** @param {any} told */
function showFacts(told) {
  facts = told;
  glass.tell(facts.panel);
  showReasons(facts);
  showFindings(fixed.kind === 'table', facts.checks);
  const why = whyNot(facts);
  replace(byId('why'), spoken(why.text));
  byId('why').classList.toggle('bad', why.bad);
}

/** @param {any} answer */
function answered(answer) {
  if (answer.you !== me) {
    return;
  }
  switch (answer.to) {
    case 'push':
      // The last push alone: what was said of the one before is true no longer.
      guide.answered(answer.ok);
      showPushed(answer.source === 'editor' ? { lines: [] } : answer);
      if (answer.source === 'editor') {
        editor.tell(answer);
      } else {
        editor.forget();
      }
      break;
    case 'questions':
      editor.ask(answer);
      break;
    case 'screen':
      editor.show(answer);
      break;
    default:
      text('desk-answer', answer.text);
  }
}

/** @param {boolean} isFresh */
function fresh(isFresh) {
  document.body.classList.toggle('old', !isFresh);
  const stale = byId('stale');
  stale.hidden = isFresh;
  const pressed = fixed.kind === 'simulated' ? ', and nothing is pressed from here' : '';
  stale.textContent = isFresh ? '' : `No news for over a second. What is shown may be true no longer${pressed}. It comes back by itself if the program still runs.`;
  showLink(isFresh);
  byId('link').classList.toggle('lost', !isFresh);
  if (!isFresh) {
    keys.letGoOfAll();
  }
}

/** @param {boolean} isFresh */
function showLink(isFresh) {
  text('link', !isFresh ? 'no connection' : now.paused ? 'paused' : 'live');
}

/**
 * @param {string} id
 * @param {string} words
 */
function text(id, words) {
  const place = byId(id);
  if (place.textContent !== words) {
    place.textContent = words;
  }
}
