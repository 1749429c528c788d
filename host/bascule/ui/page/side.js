/** The table from the side: 0 degrees is lying flat, positive is head-down, the head at the left. */

const NS = 'http://www.w3.org/2000/svg';
const REACH = 178;

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {Element} into
 */
function add(name, attributes, into) {
  const found = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    found.setAttribute(key, String(value));
  }
  into.append(found);
  return found;
}

/**
 * Where the head end is at an inversion angle.
 * @param {number} deg
 * @param {number} radius
 */
function at(deg, radius) {
  const rad = (deg * Math.PI) / 180;
  return { x: -radius * Math.cos(rad), y: radius * Math.sin(rad) };
}

export class Side {
  /** @param {SVGSVGElement} svg */
  constructor(svg) {
    this.svg = svg;
    add('line', { x1: -225, y1: 186, x2: 225, y2: 186, class: 'floor' }, svg);
    add('line', { x1: -205, y1: 0, x2: 205, y2: 0, class: 'level' }, svg);
    add('text', { x: 232, y: -6, 'text-anchor': 'end' }, svg).textContent = 'level, 0°';
    this.reach = add('path', { class: 'reach' }, svg);
    add('path', { d: 'M -62 186 L 0 0 L 62 186 M -40 120 L 40 120', class: 'frame' }, svg);
    this.rod = add('line', { x1: 52, y1: 172, class: 'rod' }, svg);
    this.table = add('g', {}, svg);
    this.person(this.table);
    this.ahead = add('line', { class: 'ahead' }, svg);
    this.limit = add('line', { class: 'limit' }, svg);
    this.limitText = add('text', { class: 'limit-text' }, svg);
    this.sounds = add('text', { x: -228, y: -184, class: 'sounds' }, svg);
    this.label = '';
  }

  /** @param {Element} into */
  person(into) {
    add('line', { x1: -165, y1: 0, x2: 132, y2: 0, class: 'pad' }, into);
    add('line', { x1: 132, y1: 0, x2: 132, y2: -30, class: 'pad', 'stroke-width': 6 }, into);
    add('path', { d: 'M 122 -16 L 60 -20 L 8 -17', class: 'cloth', 'stroke-width': 19 }, into);
    add('path', { d: 'M 6 -20 L -88 -22', class: 'cloth', 'stroke-width': 30 }, into);
    add('path', { d: 'M -84 -34 L -40 -40 L 2 -36', class: 'limb', 'stroke-width': 11 }, into);
    add('circle', { cx: -132, cy: -22, r: 19, class: 'skin' }, into);
    add('path', { d: 'M 124 -10 L 126 -36', class: 'limb', 'stroke-width': 10 }, into);
    this.locks = [
      add('circle', { cx: 104, cy: -30, r: 7, class: 'lock' }, into),
      add('circle', { cx: 104, cy: -8, r: 7, class: 'lock' }, into),
    ];
    add('circle', { cx: 0, cy: 0, r: 9, class: 'pivot' }, into);
  }

  /** @param {{inv: number, stops: number, limit: number, drive: number, buzzer?: boolean, switches?: any}} now */
  draw(now) {
    this.table.setAttribute('transform', `rotate(${-now.inv})`);
    const foot = at(now.inv, -58);
    this.rod.setAttribute('x2', String(foot.x));
    this.rod.setAttribute('y2', String(foot.y));
    this.rod.classList.toggle('runs', now.drive !== 0);
    this.drawLimit(now);
    // A real table does not say so on its cable: nothing is drawn that is not known.
    this.locks?.forEach((lock) => lock.toggleAttribute('data-unknown', !now.switches));
    if (now.switches && this.locks) {
      this.locks[0].classList.toggle('open', !now.switches.lock_left);
      this.locks[1].classList.toggle('open', !now.switches.lock_right);
    }
    this.sounds.textContent = now.buzzer ? '♪ it sounds' : '';
    const label = `The table from the side at ${Math.round(now.inv)} degrees`;
    if (label !== this.label) {
      this.label = label;
      this.svg.setAttribute('aria-label', label);
    }
  }

  /** @param {{inv: number, stops: number, limit: number}} now */
  drawLimit(now) {
    const shown = now.limit > 0;
    for (const one of [this.limit, this.limitText, this.reach]) {
      one.toggleAttribute('hidden', !shown);
      /** @type {any} */ (one).style.display = shown ? '' : 'none';
    }
    const ahead = now.stops - now.inv > 0.05;
    /** @type {any} */ (this.ahead).style.display = ahead ? '' : 'none';
    if (ahead) {
      this.place(this.ahead, now.stops, REACH - 22, REACH + 8);
    }
    if (!shown) {
      return;
    }
    this.place(this.limit, now.limit, 60, REACH + 22);
    const end = at(now.limit, REACH + 26);
    this.limitText.textContent = `limit ${now.limit.toFixed(0)}°`;
    this.limitText.setAttribute('x', String(Math.max(-232, end.x - 20)));
    this.limitText.setAttribute('y', String(end.y + 18));
    const from = at(-70, REACH);
    const to = at(now.limit, REACH);
    const long = now.limit + 70 > 180 ? 1 : 0;
    this.reach.setAttribute('d', `M ${from.x} ${from.y} A ${REACH} ${REACH} 0 ${long} 0 ${to.x} ${to.y}`);
  }

  /**
   * @param {Element} line
   * @param {number} deg
   * @param {number} inner
   * @param {number} outer
   */
  place(line, deg, inner, outer) {
    const a = at(deg, inner);
    const b = at(deg, outer);
    for (const [key, value] of Object.entries({ x1: a.x, y1: a.y, x2: b.x, y2: b.y })) {
      line.setAttribute(key, String(value));
    }
  }
}
