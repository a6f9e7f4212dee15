/**
 * Names of the standard library's modules: an import of one that is not offered is refused by name, and a NameError suggests the
 * missing import.
 */
const STANDARD = new Set(
  (
    'abc argparse array ast asyncio base64 bisect calendar cmath cmd collections contextlib copy csv ctypes dataclasses ' +
    'datetime decimal difflib dis email enum fractions functools gc getpass glob gzip hashlib heapq html http importlib ' +
    'inspect io itertools json keyword locale logging math multiprocessing numbers operator os pathlib pickle platform ' +
    'pprint queue random re secrets select shutil signal socket sqlite3 ssl stat statistics string struct subprocess sys ' +
    'tempfile textwrap threading time timeit tkinter traceback turtle types typing unicodedata unittest urllib uuid ' +
    'warnings weakref xml zipfile zlib __future__'
  ).split(' '),
);

export const isStandardModule = (name: string): boolean => STANDARD.has(name);
