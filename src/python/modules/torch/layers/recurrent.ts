/** Recurrent cells and layers: https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html and its kin. */
import { operations as graph, Variable } from '../../../../tensor/autograd/index.ts';
import { type Shape, zeros } from '../../../../tensor/index.ts';
import {
  asFloat,
  asIndex,
  isTrue,
  PyTuple,
  Refusal,
  repr,
  setPlainAttribute,
  toArray,
  type Value,
} from '../../../objects/index.ts';
import { type Entry, tuple } from '../define.ts';
import { asTorch, runtimeError } from '../errors.ts';
import { setMember } from '../nn/assignment.ts';
import { initialParameter } from '../nn/initial.ts';
import { attribute, layer } from '../nn/layers.ts';
import type { ModuleObject } from '../nn/module.ts';
import { tensorWith } from '../nn/python-functions.ts';
import { wrap } from '../tensor.ts';

type Kind = 'RNN' | 'LSTM' | 'GRU';
/** How many gates stand under each other in a weight. */
const GATES: Readonly<Record<Kind, number>> = { RNN: 1, LSTM: 4, GRU: 3 };

type Weights = {
  readonly input: Variable;
  readonly hidden: Variable;
  readonly inputBias: Variable | undefined;
  readonly hiddenBias: Variable | undefined;
};
/** What a cell carries from step to step; only an LSTM has a second part. */
type State = { readonly hidden: Variable; readonly cell: Variable | undefined };

const linear = (x: Variable, weight: Variable, bias: Variable | undefined): Variable =>
  bias === undefined ? graph.linear(x, weight) : graph.linear(x, weight, bias);

function gates(x: Variable, count: number): Variable[] {
  const size = (x.value.shape.at(-1) as number) / count;
  return graph.split(x, new Array<number>(count).fill(size), x.value.rank - 1, 'SplitBackward0');
}

/** Returns one step of a cell. */
function advance(kind: Kind, x: Variable, state: State, weights: Weights, activation: string): State {
  const fromInput = linear(x, weights.input, weights.inputBias);
  const fromHidden = linear(state.hidden, weights.hidden, weights.hiddenBias);
  if (kind === 'GRU') {
    const [inputReset, inputUpdate, inputNew] = gates(fromInput, 3) as [Variable, Variable, Variable];
    const [reset, update, fresh] = gates(fromHidden, 3) as [Variable, Variable, Variable];
    const r = graph.sigmoid(graph.add(inputReset, reset));
    const z = graph.sigmoid(graph.add(inputUpdate, update));
    const n = graph.tanh(graph.add(inputNew, graph.mul(r, fresh)));
    return { hidden: graph.add(graph.mul(graph.sub(state.hidden, n), z), n), cell: undefined };
  }
  const sum = graph.add(fromHidden, fromInput);
  if (kind === 'RNN') {
    return { hidden: activation === 'relu' ? graph.relu(sum) : graph.tanh(sum), cell: undefined };
  }
  const [i, f, g, o] = gates(sum, 4) as [Variable, Variable, Variable, Variable];
  const kept = graph.mul(graph.sigmoid(f), state.cell ?? graph.mul(g, 0));
  const cell = graph.add(kept, graph.mul(graph.sigmoid(i), graph.tanh(g)));
  return { hidden: graph.mul(graph.sigmoid(o), graph.tanh(cell)), cell };
}

const nothing = (shape: Shape, like: Variable): Variable =>
  new Variable(zeros<Shape>(shape, like.value.dtype));

const sizeOf = (self: ModuleObject, name: string): number => Number(asIndex(attribute(self, name)) ?? 0n);

function makeWeights(
  self: ModuleObject,
  kind: Kind,
  suffix: string,
  inputs: number,
  hidden: number,
  bias: boolean,
): void {
  const rows = GATES[kind] * hidden;
  const bound = hidden > 0 ? 1 / Math.sqrt(hidden) : 0;
  const make = (name: string, shape: Shape): void =>
    setMember(self, `${name}${suffix}`, initialParameter(shape, bound));
  make('weight_ih', [rows, inputs]);
  make('weight_hh', [rows, hidden]);
  if (bias) {
    make('bias_ih', [rows]);
    make('bias_hh', [rows]);
  } else if (suffix === '') {
    self.parameters.set('bias_ih', null);
    self.parameters.set('bias_hh', null);
  }
}

function weightsOf(self: ModuleObject, suffix: string): Weights {
  const of = (name: string): Variable | undefined => self.parameters.get(`${name}${suffix}`)?.variable;
  return {
    input: of('weight_ih') as Variable,
    hidden: of('weight_hh') as Variable,
    inputBias: of('bias_ih'),
    hiddenBias: of('bias_hh'),
  };
}

/** Returns the hidden and the cell state that a program passes: a tensor, or for an LSTM a pair. */
function statesFrom(given: Value, kind: Kind): State | undefined {
  if (given === null || given === undefined) return undefined;
  if (kind !== 'LSTM') return { hidden: tensorWith('size', given).variable, cell: undefined };
  const [hidden = null, cell = null] = toArray(given);
  return { hidden: tensorWith('size', hidden).variable, cell: tensorWith('size', cell).variable };
}

const cellLayer = (kind: Kind): Entry =>
  layer(`${kind}Cell`, {
    file: 'rnn',
    signature:
      kind === 'RNN'
        ? "input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None"
        : 'input_size, hidden_size, bias=True, device=None, dtype=None',
    setUp: (self: ModuleObject, ...given: Value[]) => {
      const [inputs = null, hidden = null, bias = null, activation = null] = given;
      setPlainAttribute(self, 'input_size', inputs);
      setPlainAttribute(self, 'hidden_size', hidden);
      setPlainAttribute(self, 'bias', bias);
      if (kind === 'RNN') setPlainAttribute(self, 'nonlinearity', activation);
      makeWeights(self, kind, '', sizeOf(self, 'input_size'), sizeOf(self, 'hidden_size'), isTrue(bias));
    },
    inputs: 'input, hx=None',
    forward: (self, input, state) => {
      const x = tensorWith('dim', input ?? null).variable;
      const [size, hidden] = [sizeOf(self, 'input_size'), sizeOf(self, 'hidden_size')];
      const received = x.value.shape.at(-1);
      if (received !== size)
        throw runtimeError(`input has inconsistent input_size: got ${received} expected ${size}`);
      const shape = [...x.value.shape.slice(0, -1), hidden];
      const before = statesFrom(state ?? null, kind) ?? {
        hidden: nothing(shape, x),
        cell: nothing(shape, x),
      };
      const activation = String(attribute(self, 'nonlinearity'));
      const after = asTorch(() => advance(kind, x, before, weightsOf(self, ''), activation));
      return after.cell === undefined ? wrap(after.hidden) : tuple([after.hidden, after.cell]);
    },
    extra: (self) => {
      const parts = [repr(attribute(self, 'input_size')), repr(attribute(self, 'hidden_size'))];
      if (attribute(self, 'bias') !== true) parts.push(`bias=${repr(attribute(self, 'bias'))}`);
      const activation = attribute(self, 'nonlinearity');
      if (kind === 'RNN' && activation !== 'tanh') parts.push(`nonlinearity=${String(activation)}`);
      return parts.join(', ');
    },
  });

/** Returns one layer in one direction over a sequence [steps, batch, size]: its outputs, and the state at its end. */
function sweep(
  kind: Kind,
  sequence: Variable,
  start: State,
  weights: Weights,
  activation: string,
  backwards: boolean,
): { outputs: Variable[]; end: State } {
  const steps = graph.unbind(sequence, 0);
  let state = start;
  const outputs = (backwards ? steps.toReversed() : steps).map((x) => {
    state = advance(kind, x, state, weights, activation);
    return state.hidden;
  });
  return { outputs: backwards ? outputs.reverse() : outputs, end: state };
}

type Run = { readonly output: Variable; readonly hidden: Variable; readonly cell: Variable | undefined };

function run(self: ModuleObject, kind: Kind, sequence: Variable, given: State | undefined): Run {
  const [layers, hidden] = [sizeOf(self, 'num_layers'), sizeOf(self, 'hidden_size')];
  const directions = isTrue(attribute(self, 'bidirectional')) ? 2 : 1;
  const batch = sequence.value.shape[1] as number;
  const activation = String(attribute(self, 'nonlinearity'));
  let current = sequence;
  const ends: State[] = [];
  for (let at = 0; at < layers; at++) {
    const sides = Array.from({ length: directions }, (_, side) => {
      const place = at * directions + side;
      const start: State =
        given === undefined
          ? { hidden: nothing([batch, hidden], sequence), cell: nothing([batch, hidden], sequence) }
          : {
              hidden: graph.select(given.hidden, 0, place),
              cell: given.cell === undefined ? undefined : graph.select(given.cell, 0, place),
            };
      const weights = weightsOf(self, `_l${at}${side === 1 ? '_reverse' : ''}`);
      const { outputs, end } = sweep(kind, current, start, weights, activation, side === 1);
      ends.push(end);
      return graph.stack(outputs, 0);
    });
    current = sides.length === 1 ? (sides[0] as Variable) : graph.cat(sides, 2);
  }
  return {
    output: current,
    hidden: graph.stack(ends.map((end) => end.hidden)),
    cell: kind === 'LSTM' ? graph.stack(ends.map((end) => end.cell as Variable)) : undefined,
  };
}

function forward(self: ModuleObject, kind: Kind, input: Value, state: Value): Value {
  const { variable: x } = tensorWith('dim', input);
  if (x.value.rank !== 2 && x.value.rank !== 3)
    throw runtimeError(`${kind}: Expected input to be 2D or 3D, got ${x.value.rank}D tensor instead`);
  const size = sizeOf(self, 'input_size');
  if (x.value.shape.at(-1) !== size)
    throw runtimeError(
      `input.size(-1) must be equal to input_size. Expected ${size}, got ${x.value.shape.at(-1)}`,
    );
  const single = x.value.rank === 2;
  const turned = !single && isTrue(attribute(self, 'batch_first'));
  const sequence = single ? graph.unsqueeze(x, 1) : turned ? graph.transpose(x, 0, 1) : x;
  const given = statesFrom(state, kind);
  const widen = (part: Variable | undefined): Variable | undefined =>
    part === undefined || !single ? part : graph.unsqueeze(part, 1);
  const start = given && { hidden: widen(given.hidden) as Variable, cell: widen(given.cell) };
  const { output, hidden, cell } = asTorch(() => run(self, kind, sequence, start));
  const narrow = (part: Variable): Variable => (single ? graph.squeeze(part, 1) : part);
  const result = turned ? graph.transpose(output, 0, 1) : narrow(output);
  const end = cell === undefined ? wrap(narrow(hidden)) : tuple([narrow(hidden), narrow(cell)]);
  return new PyTuple([wrap(result), end]);
}

const OPTIONS = [
  ['num_layers', 1n],
  ['bias', true],
  ['batch_first', false],
  ['dropout', 0],
  ['bidirectional', false],
] as const;

const LAYER =
  'input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False, proj_size=0!, device=None, dtype=None';
const RNN_LAYER =
  "input_size, hidden_size, num_layers=1, nonlinearity='tanh', bias=True, batch_first=False, dropout=0.0, bidirectional=False, device=None, dtype=None";

const sequenceLayer = (kind: Kind): Entry => {
  const signature = kind === 'RNN' ? RNN_LAYER : LAYER;
  const names = signature.split(', ').flatMap((word) => word.split('=')[0] ?? []);
  return layer(kind, {
    file: 'rnn',
    signature,
    setUp: (self: ModuleObject, ...given: Value[]) => {
      names.forEach((name, i) => {
        if (name !== 'device' && name !== 'dtype' && name !== 'proj_size')
          setPlainAttribute(self, name, given[i] ?? null);
      });
      if ((asFloat(attribute(self, 'dropout')) ?? 0) > 0)
        throw new Refusal(`nn.${kind} with dropout is not part of this book's PyTorch`);
      const hidden = sizeOf(self, 'hidden_size');
      const sides = isTrue(attribute(self, 'bidirectional')) ? ['', '_reverse'] : [''];
      for (let at = 0; at < sizeOf(self, 'num_layers'); at++)
        for (const side of sides) {
          const inputs = at === 0 ? sizeOf(self, 'input_size') : hidden * sides.length;
          makeWeights(self, kind, `_l${at}${side}`, inputs, hidden, isTrue(attribute(self, 'bias')));
        }
    },
    inputs: 'input, hx=None',
    forward: (self, input, state) => forward(self, kind, input ?? null, state ?? null),
    extra: (self) => {
      const parts = [repr(attribute(self, 'input_size')), repr(attribute(self, 'hidden_size'))];
      for (const [name, usual] of OPTIONS)
        if (attribute(self, name) !== usual) parts.push(`${name}=${repr(attribute(self, name))}`);
      return parts.join(', ');
    },
  });
};

export const RECURRENT_LAYERS: readonly Entry[] = (['RNN', 'LSTM', 'GRU'] as const).flatMap((kind) => [
  sequenceLayer(kind),
  cellLayer(kind),
]);
