/** The methods of str. */
import { PyDict } from '../objects/dict.ts';
import { typeError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { strType } from '../objects/types.ts';
import { iterate } from '../operations/iterate.ts';
import { isTrue } from '../operations/truth.ts';
import { formatTemplate } from './format-template.ts';
import { capitalize, defineTests, swapCase, title } from './string-case.ts';
import { expandTabs, pad, strip, zeroFill } from './string-padding.ts';
import { affix, count, find, findOrThrow, replace, text } from './string-search.ts';
import { join, partition, split, splitFromRight, splitLines } from './string-split.ts';
import { makeTranslation, translate } from './string-translate.ts';

const isString = (value: Value): value is string => typeof value === 'string';

export function defineStringMembers(): void {
  const define = members(strType, isString);
  defineTests(define);
  define
    .method('upper', '', (self) => self.toUpperCase())
    .method('lower', '', (self) => self.toLowerCase())
    .method('casefold', '', (self) => self.toLowerCase().replaceAll('ß', 'ss'))
    .method('title', '', title)
    .method('capitalize', '', capitalize)
    .method('swapcase', '', swapCase)
    .method('strip', 'chars=None, /', (self, chars) => strip(self, chars, 'both', 'strip'))
    .method('lstrip', 'chars=None, /', (self, chars) => strip(self, chars, 'left', 'lstrip'))
    .method('rstrip', 'chars=None, /', (self, chars) => strip(self, chars, 'right', 'rstrip'))
    .method('split', 'sep=None, maxsplit=-1', split)
    .method('rsplit', 'sep=None, maxsplit=-1', splitFromRight)
    .method('splitlines', 'keepends=False', (self, keep) => splitLines(self, isTrue(keep)))
    .method('partition', 'sep, /', (self, separator) => partition(self, separator, false))
    .method('rpartition', 'sep, /', (self, separator) => partition(self, separator, true))
    .method('join', 'iterable, /', join)
    .method('replace', 'old, new, /, count=-1', replace)
    .method('find', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      find(self, sub, start, stop, false, 'find'),
    )
    .method('rfind', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      find(self, sub, start, stop, true, 'rfind'),
    )
    .method('index', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      findOrThrow(self, sub, start, stop, false, 'index'),
    )
    .method('rindex', 'sub, start=None, end=None, /', (self, sub, start, stop) =>
      findOrThrow(self, sub, start, stop, true, 'rindex'),
    )
    .method('count', 'sub, start=None, end=None, /', count)
    .method('startswith', 'prefix, start=None, end=None, /', (self, prefix, start, stop) =>
      affix(self, prefix, start, stop, 'startswith'),
    )
    .method('endswith', 'suffix, start=None, end=None, /', (self, suffix, start, stop) =>
      affix(self, suffix, start, stop, 'endswith'),
    )
    .method('removeprefix', 'prefix, /', (self, prefix) => {
      const start = text(prefix, 'removeprefix() argument must be str');
      return self.startsWith(start) ? self.slice(start.length) : self;
    })
    .method('removesuffix', 'suffix, /', (self, suffix) => {
      const end = text(suffix, 'removesuffix() argument must be str');
      return end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self;
    })
    .method('center', "width, fillchar=' ', /", (self, width, fill) =>
      pad(self, width, fill, 'center', 'center'),
    )
    .method('ljust', "width, fillchar=' ', /", (self, width, fill) => pad(self, width, fill, 'left', 'ljust'))
    .method('rjust', "width, fillchar=' ', /", (self, width, fill) =>
      pad(self, width, fill, 'right', 'rjust'),
    )
    .method('zfill', 'width, /', zeroFill)
    .method('expandtabs', 'tabsize=8', expandTabs)
    .method('translate', 'table, /', translate)
    .staticMethod('maketrans', "x, y=None, z='', /", makeTranslation)
    .method('format', '*args, **keywords', (self, args, keywords) =>
      formatTemplate(self, args.items, keywords),
    )
    .method('format_map', 'mapping, /', (self, mapping) => {
      if (!(mapping instanceof PyDict)) throw typeError('format_map() takes a dict here');
      return formatTemplate(self, [], mapping);
    })
    .special('__iter__', iterate);
  strType.notOffered = { names: new Set(['encode']), library: 'Python' };
}
