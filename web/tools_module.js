// Copying, sharing, printing and large pictures, whole: as the ES module bantin.tools.mjs, and in bantin.tools.js
// (web/bantin_tools.js).

export { answerCopy, perform } from './commands.js';
