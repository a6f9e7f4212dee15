/** Draws the plots of a section: each program of its `plots` folder runs after the figures file, whose names it may use. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from '../../book/index.ts';
import { AuthorError, suggestion, withoutByteOrderMark } from '../../diagnostics/index.ts';
import { plotProgram } from '../../plot/index.ts';

/** Returns the figure of a program as SVG. @throws {AuthorError} for a program that is not there, or draws no single figure */
export function loadPlot(section: Section, name: string): string {
  const folder = join(section.folder, 'plots');
  const path = join(folder, name);
  if (!existsSync(path))
    throw new AuthorError(
      { file: section.file, line: 1, column: 1 },
      `No program "${name}" in the plots folder. ${suggestion(name, existsSync(folder) ? readdirSync(folder) : [])}`,
    );
  const figures = readFileSync(join(section.folder, section.figures), 'utf8').trimEnd();
  const result = plotProgram(
    `${figures}\n${withoutByteOrderMark(readFileSync(path, 'utf8'))}`,
    name.replace(/\.py$/, ''),
  );
  if (result.kind === 'figure') return result.svg;
  const { line = 0, message } = result;
  const linesBefore = figures.split('\n').length;
  throw new AuthorError(
    {
      file: `${section.file.replace(/[^/]*$/, '')}plots/${name}`,
      line: Math.max(1, line - linesBefore),
      column: 1,
    },
    message,
  );
}
