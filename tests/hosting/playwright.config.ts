import base from '../../playwright.config.ts';

/** The README's recipes for hosts, tried on the servers themselves. */
export default { ...base, testDir: '.', use: { ...base.use, serviceWorkers: 'allow' as const } };
