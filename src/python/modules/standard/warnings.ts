/** `warnings`: https://docs.python.org/3/library/warnings.html */
import {
  builtinException,
  isTrue,
  members,
  PyException,
  PyInstance,
  PyList,
  PyObject,
  PyType,
  Refusal,
  str,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../objects/index.ts';
import type { WarningAction, WarningFilter, WarningFilters } from '../../warning-filters.ts';
import type { Host, Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

const ACTIONS = new Set(['default', 'error', 'ignore', 'always', 'all', 'module', 'once']);

function actionOf(value: Value): WarningAction {
  if (typeof value !== 'string' || !ACTIONS.has(value))
    throw valueError(`invalid action: ${typeof value === 'string' ? `'${value}'` : str(value)}`);
  return value as WarningAction;
}

function categoryOf(value: Value): string {
  if (!(value instanceof PyType) || !value.isSubtypeOf(builtinException('Warning')))
    throw typeError(`category must be a Warning subclass, not '${typeName(value)}'`);
  return value.name;
}

function addFilter(filters: WarningFilters, filter: WarningFilter, append: Value): void {
  filters.filters = isTrue(append) ? [...filters.filters, filter] : [filter, ...filters.filters];
}

/** A recorded warning: `w[0].message`, `w[0].category`. */
class WarningMessage extends PyObject {
  readonly message: PyException;

  constructor(message: PyException) {
    super();
    this.message = message;
  }

  override get type(): PyType {
    return warningMessageType;
  }
}
const warningMessageType = new PyType({ name: 'WarningMessage', module: 'warnings' });
members(warningMessageType, (value): value is WarningMessage => value instanceof WarningMessage)
  .getter('message', (self) => self.message)
  .getter('category', (self) => self.message.type);

/** `with warnings.catch_warnings():` puts the filters back at its end, and may record meanwhile. */
class CatchWarnings extends PyInstance {
  readonly control: WarningFilters;
  readonly records: boolean;
  readonly first: WarningFilter | undefined;
  former: Pick<WarningFilters, 'filters' | 'record'> | undefined;

  constructor(control: WarningFilters, records: boolean, first: WarningFilter | undefined) {
    super(catchWarningsType);
    this.control = control;
    this.records = records;
    this.first = first;
  }
}
const catchWarningsType = new PyType({ name: 'catch_warnings', module: 'warnings' });
members(catchWarningsType, (value): value is CatchWarnings => value instanceof CatchWarnings)
  .special('__enter__', (self) => {
    const { control } = self;
    self.former = { filters: control.filters, record: control.record };
    if (self.first !== undefined) addFilter(control, self.first, false);
    if (!self.records) return null;
    const list = new PyList([]);
    control.record = (category, message) => {
      const found = userCategories.get(control)?.get(category) ?? builtinException(category as 'Warning');
      list.append(new WarningMessage(new PyException(found, [message])));
    };
    return list;
  })
  .special('__exit__', ({ control, former }, _type, _value, _traceback) => {
    control.filters = former?.filters ?? [];
    control.record = former?.record;
    return null;
  });

/** The classes of warnings that a run gave itself, by name. */
const userCategories = new WeakMap<WarningFilters, Map<string, PyType>>();

function warn({ warn: tell, warningFilters }: Host, message: Value, category: Value): Value {
  const given = message instanceof PyException ? message.type : category;
  const type = given ?? builtinException('UserWarning');
  const name = categoryOf(type);
  const known = userCategories.get(warningFilters) ?? new Map<string, PyType>();
  userCategories.set(warningFilters, known.set(name, type as PyType));
  tell(name, str(message));
  return null;
}

/** Only the beginning of a message as plain text; patterns are refused. */
function startOf(message: Value): string {
  const text = String(message);
  const plain = text.replace(/^\.\*$/, '');
  if (/[\\^$.*+?()[\]{}|]/.test(plain))
    throw new Refusal("a pattern in warnings.filterwarnings is not part of this book's Python");
  return plain.toLowerCase();
}

export const warningsModules: Modules = standardModule(
  'warnings',
  (host) => {
    const control = host.warningFilters;
    const filter = (action: Value, category: Value, start = ''): WarningFilter => ({
      action: actionOf(action),
      category: category === null ? 'Warning' : categoryOf(category),
      start,
    });
    return [
      fn('warnings', 'warn', 'message, category=None, stacklevel=1, source=None', (message, category) =>
        warn(host, message, category),
      ),
      fn(
        'warnings',
        'simplefilter',
        'action, category=None, lineno=0, append=False',
        (action, category, _line, append) => {
          addFilter(control, filter(action, category), append);
          return null;
        },
      ),
      fn(
        'warnings',
        'filterwarnings',
        "action, message='', category=None, module='', lineno=0, append=False",
        (action, message, category, _module, _line, append) => {
          addFilter(control, filter(action, category, startOf(message)), append);
          return null;
        },
      ),
      fn('warnings', 'resetwarnings', '', () => {
        control.filters = [];
        return null;
      }),
      fn(
        'warnings',
        'catch_warnings',
        '*, record=False, module=None, action=None, category=None, lineno=0, append=False',
        (record, _module, action, category) =>
          new CatchWarnings(control, isTrue(record), action === null ? undefined : filter(action, category)),
      ),
    ];
  },
  'warn_explicit showwarning formatwarning WarningMessage deprecated',
);
