import { MOST_AXES, shapeField } from '../arrays/shape-text.ts';
import { addressOf, choiceField, type Field, LIMIT, listField, wholeField } from '../base/index.ts';
import { ARRAY_NAMES, MOST_VALUES, OPERATIONS, type ReshapeState, repairReshape } from './model.ts';

/** Returns a list that may be empty. */
function optional(field: Field<readonly number[]>): Field<readonly number[]> {
  return { write: field.write, read: (text) => (text === '' ? [] : field.read(text)) };
}

const axes = listField(-MOST_VALUES, MOST_VALUES, MOST_AXES);

/** `#reshape?values=0,1,2,…&shape=3,4&operation=transpose&to=4,3&order=1,0&starts=0,0&steps=1,1&copy=…&array=grid&cell=0`. */
export const reshapeAddress = addressOf<ReshapeState>(
  'reshape',
  {
    values: listField(-LIMIT, LIMIT, MOST_VALUES),
    shape: shapeField(true),
    operation: choiceField(OPERATIONS),
    to: shapeField(true),
    order: optional(axes),
    starts: optional(axes),
    steps: optional(axes),
    copy: optional(listField(-LIMIT, LIMIT, MOST_VALUES)),
    array: choiceField(ARRAY_NAMES),
    cell: wholeField(0, MOST_VALUES),
  },
  repairReshape,
);
