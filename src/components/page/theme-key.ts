/** Where this device remembers a chosen theme. */
export const THEME_KEY = 'wx-plus-b:theme';
