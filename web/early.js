// @ts-check
/** Asks for the page of this address, its language and the catalogue at once, beside the frame of main.js and not after it. */
import { getCatalog } from './api.js';
import { fetchPage, routeOf } from './routes.js';
import { readState } from './state.js';

const { at } = readState({}, location.search).state;

/** The catalogue as the address asks for it. */
export const firstCatalog = { at, coming: getCatalog({ as_of: at }) };

// What fails here is asked for again, and told, by main.js.
const quietly = (/** @type {Promise<unknown>} */ asked) => asked.catch(() => {});
const route = routeOf(location.pathname);
if (route) quietly(fetchPage(route));
quietly(import('./i18n/index.js'));
quietly(firstCatalog.coming);
