// @ts-check
/**
 * The address is the state of a page. A page lists its keys in their fixed order with their defaults;
 * defaults are left out of the address, and a key that nobody knows is named, never an error.
 *
 * @typedef {Record<string, string>} State
 * @typedef {State} Keys  key → default, in the order of the address
 */

/** Keys of every page, after its own: the instant the data is read at, the language, and print. */
export const COMMON = { at: '', lang: 'zh', print: '' };

/**
 * @param {Keys} keys @param {string} search
 * @returns {{state: State, unknown: string[]}}
 */
export function readState(keys, search) {
  const all = { ...keys, ...COMMON };
  /** @type {State} */
  const state = { ...all };
  const unknown = [];
  for (const [key, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(all, key)) state[key] = value;
    else unknown.push(key);
  }
  if (state.lang !== 'en') state.lang = 'zh';
  return { state, unknown };
}

/** @param {Keys} keys @param {State} state @returns {string} '' or '?…' */
export function writeState(keys, state) {
  const all = { ...keys, ...COMMON };
  const pairs = Object.entries(all)
    .filter(([key, fallback]) => state[key] !== undefined && state[key] !== fallback && state[key] !== '')
    .map(([key]) => `${key}=${encodeURIComponent(state[key]).replace(/%2C/g, ',').replace(/%3A/g, ':')}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
}

/** @param {string | undefined} list */
export function split(list) {
  return list ? list.split(',').filter(Boolean) : [];
}

/**
 * What the part after # names: a figure (#fig=F000123) or a point of the page's chart (#pt=key).
 * @param {string} hash @returns {{kind: 'fig' | 'pt', id: string} | null}
 */
export function readHash(hash) {
  const match = /^#(fig|pt)=(.+)$/.exec(hash);
  if (!match) return null;
  try {
    return { kind: /** @type {'fig' | 'pt'} */ (match[1]), id: decodeURIComponent(match[2]) };
  } catch {
    return null; // an address cut off in the middle of an escape names nothing
  }
}

/** @param {{kind: string, id: string} | null} target */
export function writeHash(target) {
  return target ? `#${target.kind}=${encodeURIComponent(target.id)}` : '';
}

/** Whether the page may take decisions: it shows the present, and not on paper. @param {{state: State}} page */
export const mayDecide = ({ state }) => !state.at && state.print !== '1';
