// The operator's panel: what runs, how old the news are, what went wrong, and what can be done about it.

import { button, make, openDialog } from './dom.js';
import { factsOf } from './panel_facts.js';
import { say } from './strings.js';
import { sentence } from '../offline/sentences.js';

/**
 * What web/offline/client.js gives, as far as the panel uses it.
 * @typedef {object} Client
 * @property {() => ClientStatus | Promise<ClientStatus>} status
 * @property {(files?: FileList) => Promise<unknown>} update  from the network, or from the files of a folder
 * @property {() => Promise<unknown>} rollBack
 *
 * @typedef {object} ClientStatus  all of it may be missing
 * @property {string} [version] @property {number} [serial]
 * @property {string | number} [newest]  day of the newest article
 * @property {string | number} [loadedAt]
 * @property {number} [bytes] @property {number} [quota]
 * @property {number | null} [previous]  serial of what rolling back goes to
 * @property {any} [lastRefusal]  a code, or {code, time}
 *
 * @typedef {{time: string, event: string, detail: string}} LogEntry
 *
 * @typedef {object} PanelOptions
 * @property {string} language
 * @property {{stats: Record<string, any>}} element
 * @property {() => LogEntry[]} log  newest last
 * @property {Client | null} client
 * @property {() => void} reload
 * @property {() => string} newest  where the client knows nothing
 * @property {() => number} now
 * @property {(event: string, detail: string) => void} note
 */

/** @param {ShadowRoot} root @param {PanelOptions} options */
export function openPanel(root, options) {
  const { language, client, note } = options;
  const facts = make('dl');
  const log = make('ol', { className: 'log', tabIndex: 0 });
  log.setAttribute('aria-label', say('log', language));
  const answer = make('p', { className: 'answer' });
  answer.setAttribute('role', 'status');

  const show = async () => {
    const status = (await client?.status()) ?? {};
    facts.replaceChildren(
      ...factsOf(status, options).flatMap(([name, value]) => [
        make('dt', { textContent: name }),
        make('dd', { textContent: value }),
      ]),
    );
    const entries = options.log().map(entryOf).reverse();
    log.replaceChildren(...(entries.length > 0 ? entries : [make('li', { textContent: say('emptyLog', language) })]));
    back.disabled = client === null || status.previous === null || status.previous === undefined;
  };

  /** @param {string} name @param {(client: Client) => Promise<unknown>} work */
  const attempt = async (name, work) => {
    if (!client) return;
    answer.textContent = say('working', language);
    const before = await client.status();
    let reason = '';
    try {
      await work(client);
    } catch (error) {
      reason = /** @type {any} */ (error)?.code ?? String(error);
    }
    const after = await client.status();
    const refusal = JSON.stringify(after.lastRefusal ?? null);
    if (!reason && refusal !== JSON.stringify(before.lastRefusal ?? null)) reason = codeOf(after.lastRefusal);
    const done = after.serial === before.serial ? 'nothingNew' : 'done';
    answer.textContent = reason ? sentence(reason, language) : say(done, language);
    note(name, reason || `${done} ${after.serial ?? ''}`.trim());
    await show();
  };

  const files = make('input', { type: 'file', hidden: true, multiple: true });
  files.setAttribute('webkitdirectory', '');
  files.addEventListener('change', () => {
    const { files: chosen } = files;
    if (chosen && chosen.length > 0) attempt('folder', (client) => client.update(chosen));
  });
  const back = button(say('rollBack', language), () => attempt('roll-back', (client) => client.rollBack()));
  const update = button(say('update', language), () => attempt('update', (client) => client.update()));
  const folder = button(say('folder', language), () => files.click());
  update.disabled = folder.disabled = client === null;

  const close = button(say('close', language), () => dialog.close(), 'main');
  close.autofocus = true;
  const title = say('panel', language);
  const dialog = openDialog(
    root,
    title,
    'panel',
    make('h2', { textContent: title }),
    facts,
    make('h3', { textContent: say('log', language) }),
    log,
    answer,
    make('div', { className: 'doings' }, button(say('reload', language), options.reload), update, folder, back, close),
    files,
  );
  show().catch((error) => note('panel', String(error)));
  return dialog;
}

/** @param {LogEntry} entry */
function entryOf({ time, event, detail }) {
  return make('li', {}, make('time', { textContent: time.slice(0, 19).replace('T', ' ') }), ` ${event} ${detail}`);
}

/** @param {any} refusal */
const codeOf = (refusal) => String(refusal?.code ?? refusal ?? '');
