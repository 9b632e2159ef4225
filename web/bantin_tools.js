// The lazy script bantin.tools.js: hands its functions to whoever waits for them (web/bantin.js), and is gone.

import { answerCopy, perform } from './commands.js';

dispatchEvent(new CustomEvent('bantin-tools', { detail: { answerCopy, perform } }));
