// The lazy script bantin.bundle.js: hands what reads bundles to whoever waits for it (web/bantin.js), and is gone.

import { Bundle, PartError } from './bundle.js';
import { Library } from './library.js';

dispatchEvent(new CustomEvent('bantin-bundle', { detail: { Bundle, PartError, Library } }));
