// The operator's panel: what runs, how old the news are, what went wrong, and what can be done about it.

import { button, make, openDialog } from './dom.js';
import { factsOf, shown } from './panel_facts.js';
import { say } from './strings.js';

/**
 * Who keeps the news (web/kiosk/offline_client.js, web/kiosk/plain_client.js). What is refused throws, with a `code`.
 * @typedef {object} Client
 * @property {() => ClientStatus | Promise<ClientStatus>} status
 * @property {(files?: Iterable<File> | null, force?: boolean) => Promise<unknown>} update  from the network, or from the files
 *   of a folder; force: also what was rolled back from
 * @property {() => Promise<unknown>} rollBack
 * @property {(code: string) => string} [sentence]  why something was refused
 *
 * @typedef {object} ClientStatus  all of it may be missing
 * @property {string} [version] @property {number} [serial]
 * @property {number} [mark]  tells one from another where there is no serial
 * @property {string | number} [newest]  day of the newest article
 * @property {string | number | null} [loadedAt]
 * @property {number} [bytes] @property {number | null} [quota]
 * @property {object | null} [previous]  what rolling back goes to
 * @property {{code: string, at: number} | null} [lastRefusal]
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
 * @property {() => void} [closed]  an operator wants to see what came of it
 * @property {(isWorking: boolean) => void} [working]  at an update or at rolling back, which may take long
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
    back.disabled = !status.previous;
  };

  const noted = (/** @type {unknown} */ error) => note('panel', String(error));

  /** @param {string} name @param {(client: Client) => Promise<unknown>} work */
  const attempt = async (name, work) => {
    if (!client) return;
    answer.textContent = say('working', language);
    options.working?.(true);
    let said = '';
    try {
      const before = await client.status();
      await work(client);
      const { serial, mark } = await client.status();
      const done = serial === before.serial && mark === before.mark ? 'nothingNew' : 'done';
      said = say(done, language);
      note(name, `${done} ${serial ?? ''}`.trim());
    } catch (error) {
      const { code = '', message = String(error) } = /** @type {any} */ (error) ?? {};
      said = `${say('refused', language)}: ${message}`;
      note(name, code || message);
    }
    options.working?.(false);
    // The facts first: once the answer is there nothing moves any more under an operator's finger.
    await show().catch(noted);
    answer.textContent = said;
  };

  const files = make('input', { type: 'file', hidden: true, multiple: true });
  files.setAttribute('webkitdirectory', '');
  files.addEventListener('change', () => {
    const { files: chosen } = files;
    if (!chosen || chosen.length === 0) return;
    // A list of its own: the field is emptied, or the same folder chosen again would be no change.
    const given = [...chosen];
    files.value = '';
    attempt('folder', (client) => client.update(given, true));
  });
  const back = button(say('rollBack', language), () => attempt('roll-back', (client) => client.rollBack()));
  const update = button(say('update', language), () => attempt('update', (client) => client.update(null, true)));
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
  dialog.addEventListener('close', () => options.closed?.());
  show().catch(noted);
  return dialog;
}

/** @param {LogEntry} entry */
function entryOf({ time, event, detail }) {
  return make('li', {}, make('time', { textContent: shown(time) }), ` ${event} ${detail}`);
}
