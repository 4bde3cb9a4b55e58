/**
 * When a page is drawn: at the next frame, once however much has changed, or soon where there are
 * no frames, as in a window behind others and in a frame that is not shown.
 */
const PATIENCE_MILLIS = 100;

export class Drawing {
  /** @param {() => void} draw */
  constructor(draw) {
    this.draw = draw;
    this.frame = 0;
    this.timer = 0;
    /** @type {(() => void)[]} */
    this.afterwards = [];
    /**
     * Has the page drawn. What is to be done with what is new in it, such as moving the focus there, is done in the
     * same breath: nobody can write into another field in between.
     *
     * @type {(then?: () => void) => void}
     */
    this.changed = (then) => {
      if (then) {
        this.afterwards.push(then);
      }
      if (!this.frame) {
        this.frame = requestAnimationFrame(() => this.now());
        this.timer = setTimeout(() => this.now(), PATIENCE_MILLIS);
      }
    };
  }

  /** Draws at once. */
  now() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
    this.draw();
    this.afterwards.splice(0).forEach((then) => then());
  }
}
