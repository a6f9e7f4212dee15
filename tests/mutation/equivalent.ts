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
      'mask.ts': ['i < places.length → i <= places.length'],
      'reduce.ts': ['i < count → i <= count'],
      'triangle.ts': ['i < data.length → i <= data.length'],
      'unary.ts': ['i < data.length → i <= data.length'],
      'where.ts': ['i < data.length → i <= data.length'],
      'lu.ts': ['step < n → step <= n', 'row < n → row <= n', 'by < n → by <= n', 'n - 1 → n + 1'],
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
      'operand.ts': ['value.dtype === dtype → false'],
      'products.ts': ['b.rank > 2 → b.rank >= 2'],
      'reduce-axes.ts': ['ending.length === 0 → false'],
      'row-major.ts': ['!t.isContiguous → true', 'data.length === t.size → false'],
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
    reason: 'The case in which they differ has been dealt with before',
    mutants: {
      'arithmetic.ts': ['rest < 0 → rest <= 0', 'y < 0 → y <= 0'],
      'join.ts': ['operand >= 0 → operand > 0'],
      'linear-algebra.ts': ['pivot < 0 → pivot <= 0'],
      'promote-torch.ts': ['priority[a.from] < priority[b.from] → priority[a.from] <= priority[b.from]'],
      'promotion.ts': ['order.indexOf(a) < order.indexOf(b) → order.indexOf(a) <= order.indexOf(b)'],
      'slice.ts': ['step > 0 → step >= 0'],
      'sort.ts': ['\'topk\' → ""'],
    },
  },
  {
    reason: 'Both ways give the same value at the limit',
    mutants: {
      'arithmetic.ts': ['squares > 1e-280 → squares >= 1e-280', 'squares < 1e300 → squares <= 1e300'],
      'elementary.ts': ['Math.abs(near) < limit → Math.abs(near) <= limit'],
      'unary.ts': ['decimals > 0 → decimals >= 0'],
    },
  },
  {
    reason: 'A zero times or by ±1 is the same',
    mutants: { 'arithmetic.ts': ['0 * Math.sign(y) → 0 / Math.sign(y)'] },
  },
  {
    reason: 'No operand is refused there, so that nothing shows the name',
    mutants: { 'norm.ts': ['\'norm\' → ""'] },
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
    mutants: { 'elementary.ts': ['2 ** 27 + 1 → 2 ** 27 - 1'] },
  },
];
