/** What stands around the marks: titles, labels, limits, grid, legend. `Axes` has them as `set_…`, pyplot without. */
import { PyList, PyTuple } from '../../objects/collections.ts';
import { valueError } from '../../objects/exceptions.ts';
import { members } from '../../objects/members.ts';
import type { Value } from '../../objects/object.ts';
import { toFloat } from '../../operations/convert.ts';
import { toArray } from '../../operations/iterate.ts';
import { repr, str } from '../../operations/text.ts';
import { isTrue } from '../../operations/truth.ts';
import { AxesObject as Axes, type AxesObject, axesType } from './axes.ts';
import type { Limits } from './figure-data.ts';
import { withLook } from './keywords.ts';

const isAxes = (value: Value): value is AxesObject => value instanceof Axes;

const pair = ([start, end]: Limits): Value => new PyTuple([start, end]);

/** Limits given as two numbers, as a pair, or one of them alone; None leaves an end as it is. */
function readLimits(now: Limits, first: Value, second: Value): Limits {
  const both = first instanceof PyTuple || first instanceof PyList ? first.items : [first, second];
  const [start = null, end = null] = both;
  return [start === null ? now[0] : toFloat(start), end === null ? now[1] : toFloat(end)];
}

function axis(self: AxesObject, value: Value): Value {
  if (value === 'off' || value === false) self.visible = false;
  else if (value === 'on' || value === true) self.visible = true;
  else if (value === 'equal' || value === 'scaled' || value === 'image' || value === 'square')
    self.equal = true;
  else if (value instanceof PyList || value instanceof PyTuple) {
    const [left, right, bottom, top] = toArray(value).map(toFloat);
    if (top === undefined)
      throw valueError(
        'The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]',
      );
    self.xLimits = [left as number, right as number];
    self.yLimits = [bottom as number, top];
  } else if (value !== null && value !== 'tight' && value !== 'auto')
    throw valueError(`Unrecognized string ${repr(value)} to axis; try 'on' or 'off'`);
  return new PyTuple([...self.x, ...self.y]);
}

const text = (set: (self: AxesObject, value: string) => void) => (self: AxesObject, label: Value) => {
  set(self, str(label));
  return null;
};

const on = withLook(members(axesType, isAxes, 'python'));
on.method(
  'set_title',
  'label, fontsize=None',
  text((self, value) => {
    self.title = value;
  }),
);
on.method(
  'set_xlabel',
  'xlabel, fontsize=None',
  text((self, value) => {
    self.xLabel = value;
  }),
);
on.method(
  'set_ylabel',
  'ylabel, fontsize=None',
  text((self, value) => {
    self.yLabel = value;
  }),
);
on.method('set_xlim', 'left=None, right=None', (self, left, right) => {
  self.xLimits = readLimits(self.x, left, right);
  return pair(self.x);
});
on.method('set_ylim', 'bottom=None, top=None', (self, bottom, top) => {
  self.yLimits = readLimits(self.y, bottom, top);
  return pair(self.y);
});
on.method('get_xlim', '', (self) => pair(self.x));
on.method('get_ylim', '', (self) => pair(self.y));
on.method(
  'grid',
  'visible=None, which="major", axis="both", *, alpha=None, linestyle=None, color=None, linewidth=None',
  (self, visible) => {
    self.grid = visible === null || isTrue(visible);
    return null;
  },
);
on.method('legend', 'labels=None, *, loc=None, fontsize=None', (self, labels) => {
  if (labels !== null) {
    const names = toArray(labels).map(str);
    for (const [i, mark] of self.marks.entries()) self.marks[i] = { ...mark, label: names[i] ?? mark.label };
  }
  self.legend = true;
  return null;
});
on.method('set_aspect', 'aspect, adjustable=None', (self, aspect) => {
  self.equal = aspect === 'equal' || aspect === 1n || aspect === 1;
  return null;
});
on.method('axis', 'arg=None', axis);
