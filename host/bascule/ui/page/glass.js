/** The panel's display: its real dots where the page has them, else its four lines as the table tells them. */

const WIDTH = 128;
const HEIGHT = 64;
const DOT = 4;

export class Glass {
  constructor() {
    this.canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('glass'));
    this.words = /** @type {HTMLElement} */ (document.getElementById('glass-words'));
    this.hint = /** @type {HTMLElement} */ (document.getElementById('glass-hint'));
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.dots = '';
    this.lines = '';
  }

  /** @param {string} dots 1024 bytes in base64, row by row, eight dots a byte */
  draw(dots) {
    if (!dots || dots === this.dots) {
      return;
    }
    this.dots = dots;
    const bytes = atob(dots);
    this.clear();
    this.context.fillStyle = '#9fd8ff';
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        if (bytes.charCodeAt(y * 16 + (x >> 3)) & (128 >> (x & 7))) {
          this.context.fillRect(x * DOT, y * DOT, DOT - 0.6, DOT - 0.6);
        }
      }
    }
  }

  clear() {
    this.context.fillStyle = '#0a0f16';
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** @param {{page: string, lines: string[], shown: string} | null | undefined} page */
  tell(page) {
    if (!page) {
      return;
    }
    const stands = page.shown === 'stands';
    const lines = `${page.lines.join('\n')}${stands}`;
    if (lines !== this.lines) {
      this.lines = lines;
      this.words.textContent = page.lines.filter(Boolean).join('. ');
      if (!this.dots) {
        this.write(page.lines, stands);
      }
    }
    const waits = ['CHOOSE', 'ABOUT', 'QUESTION', 'FELT', 'DIZZY', 'PAIN', 'WARNING'].includes(page.page);
    const hint =
      page.shown === 'dark' ? 'The display does not answer, so nothing can be confirmed. The table tries it again every three seconds.'
        : page.page === 'FORGET' ? 'It asks about its clock: the date and time of day that a computer told it. Without them it stays locked until a computer tells it again.'
          : waits && !stands ? 'Wait a second for the bar at the lower right: then a press counts.'
            : stands ? 'The bar at the lower right is there: a press counts now.' : '\u00a0';
    if (this.hint.textContent !== hint) {
      this.hint.textContent = hint;
    }
  }

  /**
   * @param {string[]} lines
   * @param {boolean} stands whether the table's own display has its bar
   */
  write(lines, stands) {
    this.clear();
    this.context.fillStyle = '#9fd8ff';
    this.context.font = '600 38px ui-monospace, "DejaVu Sans Mono", monospace';
    lines.forEach((line, at) => this.context.fillText(line, 14, 50 + at * 58, 484));
    if (stands) {
      this.context.fillRect(126 * DOT, 48 * DOT, DOT, 16 * DOT);
    }
  }
}
