/** Notifications, sound, and the number in the page's title. What the agent chose is kept in the browser. */

const KEY = 'parley:agent:alerts';

export class Alerts {
  constructor() {
    this.chosen = { sound: true, desktop: false, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
    this.unread = 0;
    /** Whether the browser has refused notifications. */
    this.refused = false;
  }

  /** @param {'sound' | 'desktop'} kind @param {boolean} on */
  async choose(kind, on) {
    const allowed = kind === 'sound' || !on || (await Notification.requestPermission()) === 'granted';
    this.refused = kind === 'desktop' && !allowed;
    this.chosen = { ...this.chosen, [kind]: on && allowed };
    localStorage.setItem(KEY, JSON.stringify(this.chosen));
  }

  /** @param {string} title @param {string} text @param {() => void} open */
  alert(title, text, open) {
    if (this.chosen.sound) {
      this.sound();
    }
    if (this.chosen.desktop && document.hidden && Notification.permission === 'granted') {
      const notification = new Notification(title, { body: text, tag: title });
      notification.onclick = () => {
        window.focus();
        notification.close();
        open();
      };
    }
  }

  /** Two soft notes. Browsers keep silent until the page was touched once. */
  sound() {
    if (!navigator.userActivation?.hasBeenActive) {
      return;
    }
    this.audio ??= new AudioContext();
    const { audio } = this;
    [660, 880].forEach((frequency, index) => {
      const at = audio.currentTime + index * 0.11;
      const tone = new OscillatorNode(audio, { frequency, type: 'sine' });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.4);
    });
  }

  /** @param {number} unread */
  count(unread) {
    if (unread !== this.unread) {
      this.unread = unread;
      document.title = unread > 0 ? `(${unread}) Parley` : 'Parley';
    }
  }
}
