// @ts-check
/** A form on the page has no lines and columns. @param {string} message */
export const withoutPlace = message => message.replace(/^(第\d+行第\d+列：|line \d+, column \d+: )/, '');
