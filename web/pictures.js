// Pictures of the open article on the canvas. The layer's <img> loads them (one request, whatever policy the page has);
// they are scaled off the main thread and handed to the engine as textures. What WebGL may not read (another site's
// picture, a neighbour of a page opened from a file) the layer shows itself.

/** @typedef {import('./bridge.js').Bridge} Bridge */

export class Pictures {
  /** @param {Bridge} bridge @param {() => WebGL2RenderingContext | null} context @param {() => void} changed */
  constructor(bridge, context, changed) {
    this.bridge = bridge;
    this.context = context;
    this.changed = changed;
    this.generation = 0;
  }

  /** Another article, or a context that is lost: what is on its way comes too late. */
  drop() {
    ++this.generation;
    if (this.context()) this.bridge.dropPictures();
  }

  /** @param {number} key @param {HTMLImageElement} image @param {boolean} failed @param {number} ratio */
  async show(key, image, failed, ratio) {
    const { generation } = this;
    const texture = failed ? 0 : await this.texture(image, ratio, () => generation === this.generation);
    if (generation !== this.generation) return;
    image.classList.toggle('seen', !failed && texture === 0);
    this.bridge.pictureLoaded(key, texture, failed);
    this.changed();
  }

  /** @param {HTMLImageElement} image @param {number} ratio @param {() => boolean} isWanted @returns {Promise<number>} 0: none */
  async texture(image, ratio, isWanted) {
    /** @type {ImageBitmap | undefined} */
    let bitmap;
    try {
      bitmap = await fitted(image, ratio);
      const gl = this.context();
      if (!gl || !isWanted()) return 0;
      const texture = this.bridge.beginPicture();
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      return texture;
    } catch {
      return 0;
    } finally {
      bitmap?.close();
    }
  }
}

/**
 * The picture as it will be drawn: as large as its box at most, in the middle of it where the shapes differ.
 * @param {HTMLImageElement} image @param {number} ratio
 */
async function fitted(image, ratio) {
  const box = { width: Math.round(image.offsetWidth * ratio), height: Math.round(image.offsetHeight * ratio) };
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(box.width / naturalWidth, box.height / naturalHeight);
  const width = Math.max(1, Math.round(naturalWidth * scale));
  const height = Math.max(1, Math.round(naturalHeight * scale));
  /** @type {ImageBitmapOptions} */
  const options = { premultiplyAlpha: 'none', resizeWidth: width, resizeHeight: height, resizeQuality: 'high' };
  const bitmap = await createImageBitmap(image, options);
  if (Math.abs(box.width - width) <= 2 && Math.abs(box.height - height) <= 2) return bitmap;
  const canvas = new OffscreenCanvas(box.width, box.height);
  const drawing = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  drawing.drawImage(bitmap, Math.round((box.width - width) / 2), Math.round((box.height - height) / 2));
  bitmap.close();
  return createImageBitmap(canvas, { premultiplyAlpha: 'none' });
}
