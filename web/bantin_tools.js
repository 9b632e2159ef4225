// The lazy script bantin.tools.js: hands its functions to whoever waits for them (web/bantin.js), and is gone.

import * as tools from './tools_module.js';

dispatchEvent(new CustomEvent('bantin-tools', { detail: tools }));
