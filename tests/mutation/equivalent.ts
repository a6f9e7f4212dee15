/**
 * Mutants that no test can tell from the code, each with the reason: `what stands there → what replaces it`, by file.
 * They are run and count as survivors all the same; the report puts the reason beside them.
 */
interface Equivalent {
  readonly reason: string;
  readonly mutants: Readonly<Record<string, readonly string[]>>;
}

export const equivalents: readonly Equivalent[] = [
  {
    reason: 'A typed array ignores a write past its end',
    mutants: {
      'binary.ts': ['i < data.length → i <= data.length'],
      'copy.ts': ['i < data.length → i <= data.length'],
      'create.ts': ['i < data.length → i <= data.length', 'row < n → row <= n', 'row < n → true'],
      'cumulative.ts': ['i < from.length → i <= from.length'],
      'index-arrays.ts': ['i < data.length → i <= data.length'],
      'lu.ts': ['step < n → step <= n', 'row < n → row <= n', 'by < n → by <= n', 'n - 1 → n + 1'],
      'mask.ts': ['i < places.length → i <= places.length'],
      'reduce.ts': ['i < count → i <= count'],
      'triangle.ts': ['i < data.length → i <= data.length'],
      'unary.ts': ['i < data.length → i <= data.length'],
      'where.ts': ['i < data.length → i <= data.length'],
      'autograd/operations/reductions.ts': [
        'i < from.length → i <= from.length',
        'i < to.length → i <= to.length',
      ],
    },
  },
  {
    reason: 'One line or block more has no elements',
    mutants: {
      'along-axis.ts': ['i < total → i <= total'],
      'matmul.ts': ['block < steps → block <= steps'],
    },
  },
  {
    reason: 'Without the shortcut the result is the same, only slower',
    mutants: {
      'assign.ts': ['sameShape(value.shape, shape) → false', 'value.storage === target.storage → true'],
      'broadcast.ts': ['sameShape(a, b) → false'],
      'dtype.ts': ["dtype === 'int64' || dtype === 'bool' → true"],
      'indexing.ts': ['arrays.length === 0 → false'],
      'matmul.ts': [
        'a.rank <= 2 && b.rank <= 2 → false',
        'a.rank <= 2 → a.rank < 2',
        'b.rank <= 2 → b.rank < 2',
        'm % 2 → m * 2',
        'rows * steps → rows / steps',
        'rows * steps > 0 → true',
        'rows * steps > 0 → rows * steps >= 0',
      ],
      'operand.ts': [
        'value.dtype === dtype → false',
        'shape.length - own.length → shape.length + own.length',
        'own[first] === 1 → false',
        'first++ → first--',
        'own[axis] !== shape[axis + lead] → true',
        'own[axis] !== shape[axis + lead] → own[axis] === shape[axis + lead]',
        'true → false',
        '{ const lead = shape.length - own.length; let first = 0; while (own[first] === 1) first++; for (let axis = own.length - 1; axis >= first; axis--) if (own[axis] !== shape[axis + lead]) return false; return true; } → {}',
      ],
      'products.ts': ['b.rank > 2 → b.rank >= 2'],
      'reduce-axes.ts': ['ending.length === 0 → false'],
      'row-major.ts': ['!t.isContiguous → true', 'data.length === t.size → false'],
      'format/exact-decimal.ts': ["shortest === '1' → true"],
      'autograd/conform.ts': ['summed.dtype === like.dtype → false'],
      'autograd/operations/choices.ts': ['value.dtype === self.value.dtype → false'],
    },
  },
  {
    reason: 'The array is filled at every place, whatever its length was before',
    mutants: {
      'broadcast.ts': ['new Array<number>(rank) → new Array()'],
      'shape.ts': ['new Array<number>(shape.length) → new Array()'],
      'views.ts': ['new Array<number>(shape.length) → new Array()'],
    },
  },
  {
    reason: 'The case in which they differ has been dealt with before, or cannot be reached',
    mutants: {
      'arithmetic.ts': ['rest < 0 → rest <= 0', 'y < 0 → y <= 0'],
      'join.ts': ['operand >= 0 → operand > 0'],
      'linear-algebra.ts': ['pivot < 0 → pivot <= 0'],
      'operand.ts': ['axis >= first → axis > first', 'own.length - 1 → own.length + 1'],
      'promote-torch.ts': ['priority[a.from] < priority[b.from] → priority[a.from] <= priority[b.from]'],
      'promotion.ts': ['order.indexOf(a) < order.indexOf(b) → order.indexOf(a) <= order.indexOf(b)'],
      'slice.ts': ['step > 0 → step >= 0'],
      'sort.ts': ['\'topk\' → ""'],
      'autograd/operations/matmul.ts': [
        'rank(self) >= rank(other) → rank(self) > rank(other)',
        'rank(each) === 3 → true',
      ],
      'autograd/operations/norms.ts': ['ord > 0 → ord >= 0', 'across > along → across >= along'],
    },
  },
  {
    reason: 'Both ways give the same value at the limit',
    mutants: {
      'arithmetic.ts': ['squares > 1e-280 → squares >= 1e-280', 'squares < 1e300 → squares <= 1e300'],
      'singular-values.ts': ['zeta < 0 → zeta <= 0'],
      'unary.ts': ['decimals > 0 → decimals >= 0'],
      'format/python-format.ts': ['x < 0 → x <= 0'],
      'format/shortest-digits.ts': [
        'decimalExponent >= -1 → decimalExponent > -1',
        'biased > 1 → true',
        'biased > 1 → biased >= 1',
      ],
      'autograd/operations/indexing.ts': ['first < 0 → false'],
      'autograd/operations/norms.ts': ['ord < 1 → ord <= 1', 'ord < 2 → ord <= 2'],
      'autograd/operations/power.ts': ['[2, (x) => t.mul(x, x)] → []', '[-1, t.reciprocal] → []'],
    },
  },
  {
    reason: 'A zero times or by ±1 is the same',
    mutants: { 'arithmetic.ts': ['0 * Math.sign(y) → 0 / Math.sign(y)'] },
  },
  {
    reason: 'No operand is refused there, so that nothing shows the name',
    mutants: {
      'norm.ts': ['\'norm\' → ""'],
      'autograd/operations/reductions.ts': ['\'prod\' → ""', '\'cumprod\' → ""'],
    },
  },
  {
    reason:
      'A square matrix and its transpose have the same singular values, and signs that all change cancel',
    mutants: {
      'singular-values.ts': [
        'columns <= rows → columns < rows',
        'sum + x * (b[i] as number) → sum - x * (b[i] as number)',
      ],
    },
  },
  {
    reason: 'The halves of a number split at either place multiply without a rounding',
    mutants: { 'elementary/pair.ts': ['2 ** 27 + 1 → 2 ** 27 - 1'] },
  },
  {
    reason: 'An alignment that is none of the others is to the right',
    mutants: { 'format/format-spec.ts': ['\'>\' → ""'] },
  },
  {
    reason: 'What is no number of an axis names none, and what is no tensor or variable is passed over',
    mutants: {
      'autograd/backward.ts': ['[] → ["Stryker was here"]'],
      'autograd/strided.ts': ['[] → ["Stryker was here"]'],
      'autograd/operations/indexing.ts': ['indices.filter((each) => each instanceof Tensor) → indices'],
    },
  },
  {
    reason: 'The elements are one and the same in memory, so writing them once or several times is one',
    mutants: { 'autograd/strided.ts': ['Math.min(1, size) → Math.max(1, size)'] },
  },
  {
    reason: 'An operand that is no variable is sent no gradient, so its shape and dtype are not looked at',
    mutants: {
      'autograd/record.ts': [
        "{ shape: [], dtype: 'float32' } → {}",
        '[] → ["Stryker was here"]',
        '\'float32\' → ""',
      ],
    },
  },
  {
    reason: 'Only views that are one of many, or unrecorded, are treated in a way of their own',
    mutants: { 'autograd/record.ts': ['\'one\' → ""'] },
  },
  {
    reason: 'null is handed on either way',
    mutants: { 'autograd/operations/extrema.ts': ['bound === null → false'] },
  },
  {
    reason: 'The view taken next decides the shape',
    mutants: { 'autograd/operations/matmul.ts': ['-1 → +1'] },
  },
  {
    reason:
      'Both formulas are the same norm and gradient but for the last digit, which float32 rounds away at will',
    mutants: {
      'autograd/operations/norms.ts': ['dim === undefined → false', 'ord === 2 → false', 'ord < 2 → true'],
    },
  },
  {
    reason: 'What is missing from a list of gradients is passed over as null is',
    mutants: {
      'autograd/backward.ts': ['new Array<Tensor | null>(node.outputs) → new Array()'],
      'autograd/node.ts': ['() => null → () => undefined'],
    },
  },
  {
    reason: 'Only one of the two names is ever asked for; what is not it is the other',
    mutants: {
      'promote-numpy.ts': ['\'numpy\' → ""'],
      'autograd/operations/losses.ts': ['\'mean\' → ""'],
    },
  },
  {
    reason: 'What is not in the list comes before all that is, where bool stands anyway',
    mutants: { 'promotion.ts': ['\'bool\' → ""'] },
  },
  {
    reason: 'One more is made that nothing reads',
    mutants: { 'elementary/exponential.ts': ['n < 25 → n <= 25'] },
  },
  {
    reason: 'Two new axes of size 1 next to each other are the same in either order',
    mutants: { 'autograd/operations/linear-algebra.ts': ['-1 → +1'] },
  },
];
