/** The plots of a section, as pages ask for them. */
export { loadPlot } from './load-plot.ts';
