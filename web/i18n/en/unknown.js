// @ts-check
/** An address that is no page. */
export const texts = {
  'page.unknown': 'No such page', 'unknown.address': '{path} is not a page here.', 'unknown.action': 'Go to the overview',
};
