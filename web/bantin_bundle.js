// The lazy script bantin.bundle.js: hands what reads bundles to whoever waits for it (web/bantin.js), and is gone.

import * as reader from './bundle_module.js';

dispatchEvent(new CustomEvent('bantin-bundle', { detail: reader }));
