/**
 * Moves the X pointer into the corner where windows open.
 *
 * Without a window manager a window is active while the pointer is over it, and only an active window has focus events.
 * One request of the X protocol does it (X Window System Protocol 11, sections 8 and 10: WarpPointer).
 */
import { createConnection } from 'node:net';

const kSetup = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const kHeaderBytes = 8;

/**
 * @param {string} display as in DISPLAY, ":7"
 * @param {number} x device pixels
 * @param {number} y
 * @returns {Promise<void>}
 */
export function movePointer(display, x, y) {
  return new Promise((resolve, reject) => {
    const socket = createConnection(`/tmp/.X11-unix/X${display.slice(1)}`);
    let reply = Buffer.alloc(0);
    socket.once('error', reject).once('close', () => resolve());
    socket.once('connect', () => socket.write(kSetup));
    socket.on('data', (data) => {
      reply = Buffer.concat([reply, data]);
      const complete = reply.length >= kHeaderBytes && reply.length >= kHeaderBytes + 4 * reply.readUInt16LE(6);
      if (complete) socket.end(warpPointer(rootWindow(reply), x, y));
    });
  });
}

/** The first screen's root window in the server's answer to the connection setup. @param {Buffer} reply */
function rootWindow(reply) {
  const vendorBytes = Math.ceil(reply.readUInt16LE(24) / 4) * 4;
  const formatBytes = 8 * reply.readUInt8(29);
  return reply.readUInt32LE(40 + vendorBytes + formatBytes);
}

/** @param {number} window @param {number} x @param {number} y */
function warpPointer(window, x, y) {
  const request = Buffer.alloc(24);
  request.writeUInt8(41, 0);
  request.writeUInt16LE(6, 2);
  request.writeUInt32LE(window, 8);
  request.writeInt16LE(x, 20);
  request.writeInt16LE(y, 22);
  return request;
}
