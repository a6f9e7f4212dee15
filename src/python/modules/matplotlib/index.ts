/** Matplotlib, as much of it as draws the figures of this chapter: a run's result holds them as data. */
export { matplotlibModules } from './pyplot.ts';
