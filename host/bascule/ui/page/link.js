/**
 * The connection to the table's program: what arrives, what is sent, and what is done when it is lost.
 */

/** After so long without news, what the page shows is no longer true. The server sends twenty times a second. */
const STALE_MS = 1000;
const AGAIN_MS = 500;

/** One table's connection. It comes back by itself for as long as the page is open. */
export class Link {
  /**
   * @param {{tell: (message: any) => void, fresh: (fresh: boolean) => void}} page what to call with each message, and
   *   whenever what is shown becomes stale or fresh again
   */
  constructor(page) {
    this.page = page;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.heardMs = 0;
    this.isFresh = false;
    this.open();
    setInterval(() => this.look(), 200);
  }

  open() {
    const address = new URL('live', location.href);
    address.protocol = 'ws:';
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onmessage = (event) => {
      this.heardMs = performance.now();
      this.page.tell(JSON.parse(event.data));
      this.look();
    };
    socket.onclose = () => {
      if (this.socket === socket) {
        this.socket = null;
        this.look();
        setTimeout(() => this.open(), AGAIN_MS);
      }
    };
  }

  look() {
    const fresh = this.socket !== null && performance.now() - this.heardMs < STALE_MS && this.heardMs > 0;
    if (fresh !== this.isFresh) {
      this.isFresh = fresh;
      this.page.fresh(fresh);
    }
  }

  /**
   * Ask for something. Without a connection it is dropped: nothing may be pressed later than it was meant.
   * @param {string} what
   * @param {object} [more]
   */
  send(what, more = {}) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify({ do: what, ...more }));
    }
  }
}
