/** The figures of a run: as SVG, and as text. */
export { describeFigure } from './describe.ts';
export { figureSvg } from './figure-svg.ts';
export { plotProgram } from './plot-program.ts';
