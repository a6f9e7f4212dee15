/** Runs a program for the figure that it draws. */
import { prepareAll, runProgram } from '../python/index.ts';
import { figureSvg } from './figure-svg.ts';

// Programs run without waiting.
await prepareAll();

/** The figure as SVG, or what is wrong and in which line, from 1, where it is known. */
export type PlotResult =
  | { readonly kind: 'figure'; readonly svg: string }
  | { readonly kind: 'problem'; readonly line?: number; readonly message: string };

/** Returns the one figure of a program; another number of figures is a problem, as is an exception. `id` as in `figureSvg`. */
export function plotProgram(text: string, id: string): PlotResult {
  const { outcome, figures } = runProgram(text);
  if (outcome.kind === 'raised') {
    const { type, message, line } = outcome.exception;
    return { kind: 'problem', line, message: `The program raises ${type}: ${message}` };
  }
  if (outcome.kind === 'limit') return { kind: 'problem', message: outcome.message };
  if (outcome.kind !== 'finished') return { kind: 'problem', line: outcome.line, message: outcome.message };
  const [figure, ...more] = figures;
  if (figure === undefined || more.length > 0)
    return { kind: 'problem', message: `The program draws ${figures.length} figures. Expected one.` };
  return { kind: 'figure', svg: figureSvg(figure, id) };
}
