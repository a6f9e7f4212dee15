/** The name under which this device remembers a chosen theme. */
export const THEME = 'theme';
