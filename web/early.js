// @ts-check
/** Fetches the page of this address and its language at once, beside the frame of main.js and not after it. */
import { fetchPage, routeOf } from './routes.js';

const route = routeOf(location.pathname);
// What fails here is asked for again, and told, by main.js.
if (route) fetchPage(route).catch(() => {});
import('./i18n/index.js').catch(() => {});
