// Input methods (Telex, VNI, a phone's keyboard, dictation) compose a word inside of the field before they give it. Until
// then the field is theirs: a value written into it would end the composition in the middle of the word.

export class Composition {
  /** The field that is being composed in. @type {EventTarget | null} */
  field = null;

  /**
   * @param {HTMLElement} root
   * @param {(field: EventTarget | null) => void} ended  after the frame that knows the whole word
   * @param {AbortSignal} signal
   */
  constructor(root, ended, signal) {
    root.addEventListener('compositionstart', ({ target }) => (this.field = target), { signal });
    const end = (/** @type {Event} */ { target }) => {
      this.field = null;
      requestAnimationFrame(() => ended(target));
    };
    root.addEventListener('compositionend', end, { signal });
  }
}

/** Whether a key is the input method's. The Enter that ends a composition comes after its end in Safari, as key 229. */
export const isComposing = (/** @type {KeyboardEvent} */ event) => event.isComposing || event.keyCode === 229;
