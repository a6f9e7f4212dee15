/** The modules of Python's standard library that the book offers: one chunk for all of them. */

import type { Modules } from '../host.ts';
import { abcModules } from './abstract.ts';
import { collectionsModules } from './collections.ts';
import { contextlibModules } from './contextlib.ts';
import { copyModules } from './copy.ts';
import { dataclassesModules } from './dataclasses.ts';
import { functoolsModules } from './functools.ts';
import { itertoolsModules } from './itertools.ts';
import { operatorModules } from './operator.ts';
import { pprintModules } from './pprint.ts';
import { sortedListModules } from './sorted-lists.ts';
import { statisticsModules } from './statistics.ts';
import { stringModules, textwrapModules } from './string.ts';
import { futureModules, osModules, sysModules, timeModules } from './system.ts';
import { typingModules } from './typing.ts';
import { warningsModules } from './warnings.ts';

export const standardModules: Modules = new Map(
  [
    abcModules,
    collectionsModules,
    contextlibModules,
    copyModules,
    dataclassesModules,
    functoolsModules,
    futureModules,
    itertoolsModules,
    operatorModules,
    osModules,
    pprintModules,
    sortedListModules,
    statisticsModules,
    stringModules,
    sysModules,
    textwrapModules,
    timeModules,
    typingModules,
    warningsModules,
  ].flatMap((modules) => [...modules]),
);
