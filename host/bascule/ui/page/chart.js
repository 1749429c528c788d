/** The strip of the last minutes: angle, limit, where it would stop, drive, and the states behind them. */

const SPAN_S = 180;
const HEIGHT = 250;

/** @param {string} name */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Minutes and seconds, as in what happened. @param {number} s */
function clock(s) {
  const whole = Math.round(s);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export class Chart {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    /** @type {any} */
    this.plot = null;
    /** @type {any[][]} t, inv, stops, limit, drive, state: one list each */
    this.data = [[], [], [], [], [], []];
    this.due = false;
    this.load();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.make());
    addEventListener('resize', () => this.plot?.setSize({ width: place.clientWidth, height: HEIGHT }));
  }

  load() {
    this.uPlot = /** @type {any} */ (globalThis).uPlot;
    if (this.uPlot) {
      this.make();
    } else {
      const hint = /** @type {HTMLElement} */ (document.getElementById('chart-hint'));
      hint.hidden = false;
      hint.textContent = 'The chart is not installed here: in a checkout, `make page` fetches it.';
      this.place.hidden = true;
    }
  }

  make() {
    if (!this.uPlot) {
      return;
    }
    this.plot?.destroy();
    const soft = colour('--soft');
    const line = { stroke: colour('--line'), width: 1 };
    const axis = { stroke: soft, grid: line, ticks: line, font: '12px system-ui' };
    this.plot = new this.uPlot({
      width: this.place.clientWidth,
      height: HEIGHT,
      cursor: { show: false },
      legend: { live: false },
      scales: { x: { time: false }, deg: { range: (/** @type {any} */ _, /** @type {number} */ __, /** @type {number} */ most) => [-75, Math.max(30, most + 5)] }, drive: { range: [-120, 600] } },
      axes: [
        { ...axis, values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map(clock) },
        { ...axis, scale: 'deg', values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map((d) => `${d}°`) },
        { ...axis, scale: 'drive', side: 1, size: 60, grid: { show: false }, splits: [-100, 0, 100], values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map((p) => `${p} %`) },
      ],
      series: [
        {},
        { label: 'angle', scale: 'deg', stroke: colour('--down'), width: 2.5, points: { show: false } },
        { label: 'would stop at', scale: 'deg', stroke: colour('--stops'), width: 1.5, dash: [2, 3], points: { show: false } },
        { label: 'limit', scale: 'deg', stroke: colour('--limit'), width: 2, dash: [8, 5], points: { show: false } },
        { label: 'drive', scale: 'drive', stroke: colour('--drive'), width: 1.5, points: { show: false } },
      ],
      hooks: { drawClear: [(/** @type {any} */ plot) => this.bands(plot)] },
    }, this.shown(), this.place);
  }

  shown() {
    return [this.data[0], this.data[1], this.data[2], this.data[3].map((limit) => (limit > 0 ? limit : null)), this.data[4]];
  }

  /**
   * The states as bands with their names, behind the lines.
   * @param {any} plot
   */
  bands(plot) {
    const [times, , , , , states] = this.data;
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
    let from = 0;
    for (let i = 1; i <= times.length; i += 1) {
      if (i < times.length && states[i] === states[from]) {
        continue;
      }
      const left = Math.max(bbox.left, plot.valToPos(times[from], 'x', true));
      const right = Math.min(bbox.left + bbox.width, plot.valToPos(times[Math.min(i, times.length - 1)], 'x', true));
      if (right <= left) {
        // It is over before what is shown begins.
        from = i;
        continue;
      }
      ctx.fillStyle = states[from] === 'FAULT' || states[from] === 'STOPPED' ? colour('--bad') : colour('--accent');
      ctx.globalAlpha = states[from] === 'FAULT' ? 0.22 : ['READY', 'LOCKED', 'CONFIRM', 'BOOT', ''].includes(states[from]) ? 0.03 : 0.11;
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      const name = (states[from] || '').replace('_', ' ').toLowerCase();
      ctx.globalAlpha = 1;
      ctx.fillStyle = colour('--soft');
      if (ctx.measureText(name).width + 8 < right - left) {
        ctx.fillText(name, left + 4, bbox.top + 12 * devicePixelRatio);
      }
      from = i;
    }
    ctx.restore();
  }

  /** @param {any[][]} strip points, each with what `data` has */
  begin(strip) {
    this.data = [0, 1, 2, 3, 4, 5].map((at) => strip.map((point) => point[at]));
    this.draw();
  }

  /** @param {{t: number, inv: number, stops: number, limit: number, drive: number, state: string}} now */
  add(now) {
    if (now.t < this.data[0][this.data[0].length - 1]) {
      // The table's clock began anew: it has restarted.
      this.begin([]);
    }
    const times = this.data[0];
    if (times.length && now.t - times[times.length - 1] < 0.15) {
      return;
    }
    [now.t, now.inv, now.stops, now.limit, now.drive, now.state].forEach((value, at) => this.data[at].push(value));
    while (times.length > 2 && times[0] < now.t - 300) {
      this.data.forEach((one) => one.shift());
    }
    this.draw();
  }

  /** At most four times a second: nobody reads it faster, and the browser has other things to do. */
  draw() {
    if (this.due) {
      return;
    }
    this.due = true;
    setTimeout(() => {
      this.due = false;
      const times = this.data[0];
      if (this.plot && times.length && !document.hidden) {
        const end = times[times.length - 1];
        this.plot.setData(this.shown(), true);
        this.plot.setScale('x', { min: Math.max(times[0], end - SPAN_S), max: Math.max(end, times[0] + 20) });
      }
    }, 250);
  }
}
