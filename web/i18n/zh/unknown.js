// @ts-check
/** An address that is no page. */
export const texts = {
  'page.unknown': '没有这个页面', 'unknown.address': '{path}不是这里的页面。', 'unknown.action': '去总览',
};
