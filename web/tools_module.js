// bantin.tools.mjs: copying, sharing, printing and large pictures, for bantin.mjs.

export { answerCopy, perform } from './commands.js';
