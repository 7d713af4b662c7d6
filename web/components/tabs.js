// @ts-check
import { html } from '../html.js';

/** The ways to see a page, as links; the one in force is told. @param {import('../main.js').Context} ctx @param {{value: string, text: string}[]} views @param {string} chosen */
export const tabs = (ctx, views, chosen) => html`<p class="tabs">${views.map(v => v.value === chosen
  ? html`<a id="view-${v.value}" href="${ctx.href({ vw: v.value })}" aria-current="true">${v.text}</a>`
  : html`<a id="view-${v.value}" href="${ctx.href({ vw: v.value })}">${v.text}</a>`)}</p>`;
