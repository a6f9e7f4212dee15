/** Built-in functions that exist and are not offered: calling one says so. */
import { nativeFunction } from '../objects/callables.ts';
import { refuse } from '../refusal.ts';

const NAMES = [
  'input',
  'open',
  'eval',
  'exec',
  'compile',
  'globals',
  'locals',
  '__import__',
  'breakpoint',
  'help',
  'memoryview',
  'bytes',
  'bytearray',
  'complex',
  'aiter',
  'anext',
  'exit',
  'quit',
];

export const refusedFunctions = NAMES.map((name) =>
  nativeFunction(name, '*args, **keywords', () =>
    refuse(
      name === 'input'
        ? '`input()` (a page has no terminal to read from; assign the value in the program instead)'
        : `\`${name}()\``,
    ),
  ),
);
