/** The programs of "Errors you will meet", each at fault and repaired. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readFault } from '../../src/listing/build/index.ts';

export const RECORDING = 'tests/goldens/faults/recorded.json';

export interface FaultProgram {
  /** `loss_torch.py`, `loss_torch.py, repaired`. */
  readonly title: string;
  readonly text: string;
}

export const faultFiles = globSync('content/*/*/faults/*.py').toSorted();

export function everyProgram(): FaultProgram[] {
  return faultFiles.flatMap((path) => {
    const { text, repaired } = readFault({ file: path, text: readFileSync(path, 'utf8') });
    const title = basename(path);
    return [
      { title, text: withoutBlankLines(text) },
      { title: `${title}, repaired`, text: withoutBlankLines(repaired) },
    ];
  });
}

/** The recorder reads programs without blank lines; they change nothing in how a program ends. */
function withoutBlankLines(text: string): string {
  return text.replaceAll(/\n+/g, '\n');
}
