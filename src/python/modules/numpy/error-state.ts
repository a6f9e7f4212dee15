/** `np.errstate`, `np.seterr` and `np.geterr`: what to do about division by zero and its like. */
import { members, PyDict, PyObject, PyType, repr, type Value, valueError } from '../../objects/index.ts';
import { define, type Entry } from './functions.ts';
import { type ErrorState, FLOAT_FAULTS, REACTIONS, type Reaction, session } from './session.ts';

const SIGNATURE = 'all=None, divide=None, over=None, under=None, invalid=None';

function reaction(value: Value): Reaction {
  const found = REACTIONS.find((each) => each === value);
  if (found === undefined) throw valueError(`invalid error mode ${repr(value)}`);
  return found;
}

/** Returns the state after `np.seterr(all, divide, over, under, invalid)`; None leaves a part as it is. */
function changed(state: ErrorState, [all = null, ...each]: readonly Value[]): ErrorState {
  const next = { ...state };
  FLOAT_FAULTS.forEach((fault, i) => {
    const value = each[i] ?? all;
    if (value !== null) next[fault] = reaction(value);
  });
  return next;
}

const asDict = (state: ErrorState): PyDict => new PyDict(Object.entries(state));

class ErrorStateContext extends PyObject {
  readonly changes: readonly Value[];
  former = session().errors;

  constructor(changes: readonly Value[]) {
    super();
    this.changes = changes;
  }

  override get type(): PyType {
    return errstateType;
  }
}

const errstateType = new PyType({ name: 'errstate', module: 'numpy' });
members(errstateType, (value): value is ErrorStateContext => value instanceof ErrorStateContext)
  .constructs(`*, ${SIGNATURE}`, (_type, ...changes) => new ErrorStateContext(changes))
  .special('__enter__', (self) => {
    self.former = session().errors;
    session().errors = changed(self.former, self.changes);
    return null;
  })
  .special('__exit__', (self, _type, _value, _traceback) => {
    session().errors = self.former;
    return null;
  });

export const errorStateFunctions: readonly Entry[] = [
  ['errstate', errstateType],
  define('seterr', SIGNATURE, (...changes) => {
    const before = session().errors;
    session().errors = changed(before, changes);
    return asDict(before);
  }),
  define('geterr', '', () => asDict(session().errors)),
];
