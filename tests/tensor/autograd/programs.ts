/** PyTorch programs, as `tests/goldens/autograd/programs.txt` lists them (⏎ ends a line), in terms of autograd. */
import {
  backward,
  gradientsOf,
  operations as o,
  setGradEnabled,
  Variable,
} from '../../../src/tensor/autograd/index.ts';
import { full, greater, type Shape, type Tensor } from '../../../src/tensor/index.ts';
import type { Inputs } from './inputs.ts';

/** What a program shows, to be compared with the recording. */
export type Shown = Variable | number | boolean | readonly number[] | null | undefined;
type Program = (inputs: Inputs, show: (...values: Shown[]) => void) => void;

const filled = (shape: Shape, value: number) => new Variable(full<Shape>(shape, value, 'float32'));
const zeros = (shape: Shape) => filled(shape, 0);
const ones = (shape: Shape) => filled(shape, 1);
const above = ({ value }: Variable, bound: number): Tensor => greater<Shape, Shape>(value, bound);
const positive = (of: Variable) => above(of, 0);
const send = (output: Variable, gradient: Variable | null = null) =>
  backward([output], { gradients: [gradient] });

function noGrad<T>(run: () => T): T {
  const before = setGradEnabled(false);
  const result = run();
  setGradEnabled(before);
  return result;
}

export const programs: Readonly<Record<string, Readonly<Record<string, Program>>>> = {
  'leaves and in-place operations': {
    'v += 1': ({ v }) => {
      o.add.inPlace(v, 1);
    },
    'v.zero_()': ({ v }) => {
      o.zero.inPlace(v);
    },
    'v[0] = 1': ({ v }) => {
      o.assignAt(v, [0], 1);
    },
    'v[0].add_(1)': ({ v }) => {
      o.add.inPlace(o.index(v, [0]), 1);
    },
    'v.view(3, 1).add_(1)': ({ v }) => {
      o.add.inPlace(o.view(v, [3, 1]), 1);
    },
    'v[v > 0] = 0': ({ v }) => {
      o.assignAt(v, [positive(v)], 0);
    },
    'v.data.add_(1); show(v, v._version)': ({ v }, show) => {
      o.add.inPlace(v.data, 1);
      show(v, v.version.writes);
    },
    'v.detach().add_(1); show(v, v._version)': ({ v }, show) => {
      o.add.inPlace(v.detach(), 1);
      show(v, v.version.writes);
    },
    'with torch.no_grad():⏎  v.add_(1); v[0] = 5⏎show(v, v._version, v.is_leaf)': ({ v }, show) => {
      noGrad(() => {
        o.add.inPlace(v, 1);
        o.assignAt(v, [0], 5);
      });
      show(v, v.version.writes, v.isLeaf);
    },
    'y = v * 2; y.add_(1); show(y); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.add.inPlace(y, 1);
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v * 2; y.mul_(u); y.sub_(1); y.div_(2); show(y); y.sum().backward(); show(v.grad)': (
      { v, u },
      show,
    ) => {
      const y = o.mul(v, 2);
      o.mul.inPlace(y, u);
      o.sub.inPlace(y, 1);
      o.div.inPlace(y, 2);
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v * 2; y.pow_(2); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.pow.inPlace(y, 2);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.mul_(v); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.mul.inPlace(y, v);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.exp_(); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.exp.inPlace(y);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.relu_(); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.relu.inPlace(y);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.clamp_(-1, 2); show(y)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.clamp.inPlace(y, -1, 2);
      show(y);
    },
    'y = v * 2; y.zero_(); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.zero.inPlace(y);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.fill_(3); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.fill.inPlace(y, { python: 'int', value: 3 });
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = v * 2; y.fill_(s); y.sum().backward(); show(y, v.grad, s.grad)': ({ v, s }, show) => {
      const y = o.mul(v, 2);
      o.fill.inPlace(y, s);
      send(o.sum(y));
      show(y, v.grad, s.grad);
    },
    'y = v * 2; y.copy_(p); y.sum().backward(); show(y, v.grad, p.grad)': ({ v, p }, show) => {
      const y = o.mul(v, 2);
      o.copyFrom.inPlace(y, p);
      send(o.sum(y));
      show(y, v.grad, p.grad);
    },
    'y = torch.zeros(2, 3); y.copy_(v); show(y); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = zeros([2, 3]);
      o.copyFrom.inPlace(y, v);
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = torch.zeros(3); y.copy_(d); show(y); y.sum().backward(); show(d.grad)': ({ d }, show) => {
      const y = zeros([3]);
      o.copyFrom.inPlace(y, d);
      show(y);
      send(o.sum(y));
      show(d.grad);
    },
    'y = v * 2; y.masked_fill_(v > 0, 7.0); y.sum().backward(); show(y, v.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      o.maskedFill.inPlace(y, positive(v), 7);
      send(o.sum(y));
      show(y, v.grad);
    },
    'y = torch.ones(3); y += v; show(y)': ({ v }, show) => {
      const y = ones([3]);
      o.add.inPlace(y, v);
      show(y);
    },
    'y = torch.ones(3); y += e; show(y)': ({ e }, show) => {
      const y = ones([3]);
      o.add.inPlace(y, e);
      show(y);
    },
    'y = torch.ones(3); y += d; show(y); y.sum().backward(); show(d.grad)': ({ d }, show) => {
      const y = ones([3]);
      o.add.inPlace(y, d);
      show(y);
      send(o.sum(y));
      show(d.grad);
    },
    'n.mul_(v)': ({ v, n }) => {
      o.mul.inPlace(n, v);
    },
    '(u > 0).add_(1)': ({ u }) => {
      o.add.inPlace(new Variable(positive(u)), 1);
    },
    'n.add_(0.5)': ({ n }) => {
      o.add.inPlace(n, 0.5);
    },
    'u.add_(torch.ones(2, 3))': ({ u }) => {
      o.add.inPlace(u, ones([2, 3]));
    },
    'u.expand(2, 3).add_(1)': ({ u }) => {
      o.add.inPlace(o.expand(u, [2, 3]), 1);
    },
    '(v * 1).expand(2, 3).add_(1)': ({ v }) => {
      o.add.inPlace(o.expand(o.mul(v, 1), [2, 3]), 1);
    },
    'v.expand(2, 3).add_(1)': ({ v }) => {
      o.add.inPlace(o.expand(v, [2, 3]), 1);
    },
  },
  views: {
    'y = v.clone(); y[0] = 5.0; show(y); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.clone(v);
      o.assignAt(y, [0], 5);
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v.clone(); y[0] = v[1]; show(y); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.clone(v);
      o.assignAt(y, [0], o.index(v, [1]));
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = torch.zeros(3); y[0] = 1.0; y[1] = v[1]; y[2] = v[2] * 2; show(y); y.sum().backward(); show(v.grad)':
      ({ v }, show) => {
        const y = zeros([3]);
        o.assignAt(y, [0], 1);
        o.assignAt(y, [1], o.index(v, [1]));
        o.assignAt(y, [2], o.mul(o.index(v, [2]), 2));
        show(y);
        send(o.sum(y));
        show(v.grad);
      },
    'y = v.clone(); z = y[0]; y[0] = 7.0; show(z, z.is_leaf)': ({ v }, show) => {
      const y = o.clone(v);
      const z = o.index(y, [0]);
      o.assignAt(y, [0], 7);
      show(z, z.isLeaf);
    },
    'y = v.clone(); z = y[1:]; z.mul_(2); show(z, y); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.clone(v);
      const z = o.index(y, [{ start: 1 }]);
      o.mul.inPlace(z, 2);
      show(z, y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v.clone(); z = y[1:]; z.mul_(2); z.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.clone(v);
      const z = o.index(y, [{ start: 1 }]);
      o.mul.inPlace(z, 2);
      send(o.sum(z));
      show(v.grad);
    },
    'y = v.clone(); z = y[1:]; z *= v[1:]; y.sum().backward(); show(z, y, v.grad)': ({ v }, show) => {
      const y = o.clone(v);
      const z = o.index(y, [{ start: 1 }]);
      o.mul.inPlace(z, o.index(v, [{ start: 1 }]));
      send(o.sum(y));
      show(z, y, v.grad);
    },
    'y = v.clone(); z = y.expand(2, 3); y.mul_(2); show(z); z.sum().backward(); show(v.grad)': (
      { v },
      show,
    ) => {
      const y = o.clone(v);
      const z = o.expand(y, [2, 3]);
      o.mul.inPlace(y, 2);
      show(z);
      send(o.sum(z));
      show(v.grad);
    },
    'y = torch.ones(3); z = y[1:]; y.mul_(v); show(z, z.requires_grad, z.is_leaf); z.sum().backward(); show(v.grad)':
      ({ v }, show) => {
        const y = ones([3]);
        const z = o.index(y, [{ start: 1 }]);
        o.mul.inPlace(y, v);
        show(z, z.requiresGrad, z.isLeaf);
        send(o.sum(z));
        show(v.grad);
      },
    'y = torch.zeros(2, 3); y[0] = v; z = y.T; z[1, 1] = s; show(y, z); (y * A).sum().backward(); show(v.grad, s.grad, A.grad)':
      ({ v, s, A }, show) => {
        const y = zeros([2, 3]);
        o.assignAt(y, [0], v);
        const z = o.reverseAxes(y);
        o.assignAt(z, [1, 1], s);
        show(y, z);
        send(o.sum(o.mul(y, A)));
        show(v.grad, s.grad, A.grad);
      },
    'y = A * 2; y[:, 1] = v[:2]; show(y); y.sum().backward(); show(A.grad, v.grad)': ({ v, A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [{}, 1], o.index(v, [{ stop: 2 }]));
      show(y);
      send(o.sum(y));
      show(A.grad, v.grad);
    },
    'y = A * 2; y[0, 1] = 1; show(y)': ({ A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [0, 1], 1);
      show(y);
    },
    'y = A * 2; y[...] = 1; show(y)': ({ A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, ['...'], 1);
      show(y);
    },
    'y = A * 2; y[:] = u; show(y)': ({ A, u }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [{}], u);
      show(y);
    },
    'y = A * 2; y[:] = v; show(y); y.sum().backward(); show(A.grad, v.grad)': ({ v, A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [{}], v);
      show(y);
      send(o.sum(y));
      show(A.grad, v.grad);
    },
    'y = A * 2; y[0] = v[None]; show(y); y.sum().backward(); show(v.grad)': ({ v, A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [0], o.index(v, [null]));
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = A * 2; y[0] = v[:1]; show(y); y.sum().backward(); show(v.grad)': ({ v, A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [0], o.index(v, [{ stop: 1 }]));
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = A * 2; y[0] += 1; show(y); y.sum().backward(); show(A.grad)': ({ A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [0], o.add.inPlace(o.index(y, [0]), 1));
      show(y);
      send(o.sum(y));
      show(A.grad);
    },
    'y = A * 2; y[0] *= v; show(y); y.sum().backward(); show(v.grad, A.grad)': ({ v, A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [0], o.mul.inPlace(o.index(y, [0]), v));
      show(y);
      send(o.sum(y));
      show(v.grad, A.grad);
    },
    'y = A * 2; y[A > 1] = 0.0; show(y); y.sum().backward(); show(A.grad)': ({ A }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [above(A, 1)], 0);
      show(y);
      send(o.sum(y));
      show(A.grad);
    },
    'y = A * 2; y[:, i] = b; show(y); y.sum().backward(); show(A.grad, b.grad)': ({ b, A, i }, show) => {
      const y = o.mul(A, 2);
      o.assignAt(y, [{}, i], b);
      show(y);
      send(o.sum(y));
      show(A.grad, b.grad);
    },
    'y = v * 2; y[i] = b; show(y); (y * u).sum().backward(); show(v.grad, b.grad)': (
      { v, b, u, i },
      show,
    ) => {
      const y = o.mul(v, 2);
      o.assignAt(y, [i], b);
      show(y);
      send(o.sum(o.mul(y, u)));
      show(v.grad, b.grad);
    },
    'y = v * 2; y[i] = d[:2]': ({ v, d, i }) => {
      const y = o.mul(v, 2);
      o.assignAt(y, [i], o.index(d, [{ stop: 2 }]));
    },
    'y = torch.zeros(3); y[0] = d[1]; show(y); y.sum().backward(); show(d.grad)': ({ d }, show) => {
      const y = zeros([3]);
      o.assignAt(y, [0], o.index(d, [1]));
      show(y);
      send(o.sum(y));
      show(d.grad);
    },
    'n[0] = 7.9; show(n)': ({ n }, show) => {
      o.assignAt(n, [0], 7.9);
      show(n);
    },
    'for r in A: r.add_(1)': ({ A }) => {
      for (const row of o.unbind(A)) o.add.inPlace(row, 1);
    },
    'y = A * 2; y.unbind()[1].add_(1)': ({ A }) => {
      const y = o.mul(A, 2);
      o.add.inPlace(o.unbind(y)[1] as Variable, 1);
    },
    'y = A * 2; y.split(1)[0].add_(1)': ({ A }) => {
      const y = o.mul(A, 2);
      o.add.inPlace(o.split(y, [1, 1], 0, 'SplitBackward0')[0] as Variable, 1);
    },
    'y = A * 2; y.unbind()[1][:2].add_(1)': ({ A }) => {
      const y = o.mul(A, 2);
      o.add.inPlace(o.index(o.unbind(y)[1] as Variable, [{ stop: 2 }]), 1);
    },
    'N.unbind()[0].add_(v)': ({ v, N }) => {
      o.add.inPlace(o.unbind(N)[0] as Variable, v);
    },
    'N.split(1)[1][0, 1:].add_(v[1:])': ({ v, N }) => {
      o.add.inPlace(
        o.index(o.split(N, [1, 1, 1])[1] as Variable, [0, { start: 1 }]),
        o.index(v, [{ start: 1 }]),
      );
    },
    'for r in N: r.add_(1)⏎show(N)': ({ N }, show) => {
      for (const row of o.unbind(N)) o.add.inPlace(row, 1);
      show(N);
    },
    'a, b = A.unbind(); (a * 2).sum().backward(); show(A.grad)': ({ A }, show) => {
      const [a] = o.unbind(A);
      send(o.sum(o.mul(a as Variable, 2)));
      show(A.grad);
    },
    'y = A[0][1:]; y.sum().backward(); show(A.grad, y)': ({ A }, show) => {
      const y = o.index(o.index(A, [0]), [{ start: 1 }]);
      send(o.sum(y));
      show(A.grad, y);
    },
    'y = u[1:]; y.add_(v[1:]); show(u, y); u.sum().backward(); show(v.grad)': ({ v, u }, show) => {
      const y = o.index(u, [{ start: 1 }]);
      o.add.inPlace(y, o.index(v, [{ start: 1 }]));
      show(u, y);
      send(o.sum(u));
      show(v.grad);
    },
  },
  'written to before backward': {
    'y = v.exp(); y.add_(1); y.sum().backward()': ({ v }) => {
      const y = o.exp(v);
      o.add.inPlace(y, 1);
      send(o.sum(y));
    },
    'y = v * u; u.add_(1); y.sum().backward()': ({ v, u }) => {
      const y = o.mul(v, u);
      o.add.inPlace(u, 1);
      send(o.sum(y));
    },
    'y = v * u; u[0] = 1; u[1] = 2; y.sum().backward()': ({ v, u }) => {
      const y = o.mul(v, u);
      o.assignAt(u, [0], 1);
      o.assignAt(u, [1], 2);
      send(o.sum(y));
    },
    'y = v * 2; z = y * y; y.add_(1); z.sum().backward()': ({ v }) => {
      const y = o.mul(v, 2);
      const z = o.mul(y, y);
      o.add.inPlace(y, 1);
      send(o.sum(z));
    },
    'y = v * 2; z = y[1:] * u[1:]; y.add_(1); z.sum().backward(); show(v.grad)': ({ v, u }, show) => {
      const y = o.mul(v, 2);
      const z = o.mul(o.index(y, [{ start: 1 }]), o.index(u, [{ start: 1 }]));
      o.add.inPlace(y, 1);
      send(o.sum(z));
      show(v.grad);
    },
    'y = v * 2; z = y[1:] ** 2; y.add_(1); z.sum().backward()': ({ v }) => {
      const y = o.mul(v, 2);
      const z = o.pow(o.index(y, [{ start: 1 }]), 2);
      o.add.inPlace(y, 1);
      send(o.sum(z));
    },
    'y = torch.sigmoid(v); y[0] = 0; y.sum().backward()': ({ v }) => {
      const y = o.sigmoid(v);
      o.assignAt(y, [0], 0);
      send(o.sum(y));
    },
    'y = torch.relu(A @ u); y[0] = 0; y.sum().backward()': ({ A, u }) => {
      const y = o.relu(o.matmul(A, u));
      o.assignAt(y, [0], 0);
      send(o.sum(y));
    },
    'y = v * v; v.data.add_(1); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.mul(v, v);
      o.add.inPlace(v.data, 1);
      send(o.sum(y));
      show(v.grad);
    },
    'y = d * d; y2 = y * y; y.add_(1); y2.sum().backward()': ({ d }) => {
      const y = o.mul(d, d);
      const y2 = o.mul(y, y);
      o.add.inPlace(y, 1);
      send(o.sum(y2));
    },
    'y = s.exp(); y.add_(1); y.backward()': ({ s }) => {
      const y = o.exp(s);
      o.add.inPlace(y, 1);
      send(y);
    },
  },
  'without recording': {
    'with torch.no_grad():⏎  y = v * 2⏎show(y, y.requires_grad, y.is_leaf)': ({ v }, show) => {
      const y = noGrad(() => o.mul(v, 2));
      show(y, y.requiresGrad, y.isLeaf);
    },
    'with torch.no_grad():⏎  y = v * 2⏎y.sum().backward()': ({ v }) => {
      const y = noGrad(() => o.mul(v, 2));
      send(o.sum(y));
    },
    'with torch.no_grad():⏎  z = v[1:]⏎show(z, z.requires_grad, z.is_leaf); z.add_(1)': ({ v }, show) => {
      const z = noGrad(() => o.index(v, [{ start: 1 }]));
      show(z, z.requiresGrad, z.isLeaf);
      o.add.inPlace(z, 1);
    },
    'with torch.no_grad():⏎  z = v[1:]; w = z[1:]⏎w.mul_(2)': ({ v }) => {
      const w = noGrad(() => o.index(o.index(v, [{ start: 1 }]), [{ start: 1 }]));
      o.mul.inPlace(w, 2);
    },
    'y = v * 1⏎with torch.no_grad():⏎  r = y.unbind()⏎show(r[0], r[0].requires_grad)': ({ v }, show) => {
      const y = o.mul(v, 1);
      const [r] = noGrad(() => o.unbind(y));
      show(r as Variable, (r as Variable).requiresGrad);
    },
    'with torch.no_grad():⏎  z = u[1:]⏎z.mul_(2); show(u, z.requires_grad)': ({ u }, show) => {
      const z = noGrad(() => o.index(u, [{ start: 1 }]));
      o.mul.inPlace(z, 2);
      show(u, z.requiresGrad);
    },
    'y = v * 1⏎with torch.no_grad():⏎  y.add_(1)⏎show(y); y.sum().backward(); show(v.grad)': (
      { v },
      show,
    ) => {
      const y = o.mul(v, 1);
      noGrad(() => o.add.inPlace(y, 1));
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v[1:]⏎with torch.no_grad():⏎  v.add_(1)⏎show(y); y.sum().backward(); show(v.grad)': (
      { v },
      show,
    ) => {
      const y = o.index(v, [{ start: 1 }]);
      noGrad(() => o.add.inPlace(v, 1));
      show(y);
      send(o.sum(y));
      show(v.grad);
    },
    'y = v.detach(); y.add_(1); show(v, y.requires_grad)': ({ v }, show) => {
      const y = v.detach();
      o.add.inPlace(y, 1);
      show(v, y.requiresGrad);
    },
    'y = v * 1; z = y.detach(); z.add_(1); y.sum().backward(); show(v.grad)': ({ v }, show) => {
      const y = o.mul(v, 1);
      const z = y.detach();
      o.add.inPlace(z, 1);
      send(o.sum(y));
      show(v.grad);
    },
    '(v.detach() * 2).sum().backward()': ({ v }) => {
      send(o.sum(o.mul(v.detach(), 2)));
    },
  },
  flags: {
    'show(v.is_leaf, u.is_leaf, (u * 2).is_leaf, (v * 2).is_leaf, v.requires_grad, u.requires_grad, (v * 2).requires_grad)':
      ({ v, u }, show) => {
        show(
          v.isLeaf,
          u.isLeaf,
          o.mul(u, 2).isLeaf,
          o.mul(v, 2).isLeaf,
          v.requiresGrad,
          u.requiresGrad,
          o.mul(v, 2).requiresGrad,
        );
      },
    'show(v.long().requires_grad, (v.double() * 2).requires_grad)': ({ v }, show) => {
      show(o.to(v, 'int64').requiresGrad, o.mul(o.to(v, 'float64'), 2).requiresGrad);
    },
    'y = v * 1; y.requires_grad_(); show(y); y.requires_grad_(False)': ({ v }, show) => {
      const y = o.mul(v, 1);
      y.requireGrad();
      show(y);
      y.requireGrad(false);
    },
    'n.requires_grad_()': ({ n }) => {
      n.requireGrad();
    },
    'n.requires_grad = True': ({ n }) => {
      n.requireGrad(true, 'attribute');
    },
    'torch.tensor([1, 2], requires_grad=True)': ({ n }) => {
      n.requireGrad(true, 'constructor');
    },
    'n.requires_grad_(False); show(n.requires_grad)': ({ n }, show) => {
      n.requireGrad(false);
      show(n.requiresGrad);
    },
    'v.requires_grad_(False); show(v); (v * 2).sum().backward()': ({ v }, show) => {
      v.requireGrad(false);
      show(v);
      send(o.sum(o.mul(v, 2)));
    },
    'y = v * 2; y.retain_grad(); show(y.retains_grad, v.retains_grad); y.sum().backward(); show(y.grad, v.grad)':
      ({ v }, show) => {
        const y = o.mul(v, 2);
        y.retainGrad();
        show(y.retainsGrad, v.retainsGrad);
        send(o.sum(y));
        show(y.grad, v.grad);
      },
    'y = v * 2; y.retain_grad(); y.retain_grad(); (y * y).sum().backward(); show(y.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      y.retainGrad();
      y.retainGrad();
      send(o.sum(o.mul(y, y)));
      show(y.grad);
    },
    'y = v * 2; y.sum().backward(); show(y.grad)': ({ v }, show) => {
      const y = o.mul(v, 2);
      send(o.sum(y));
      show(y.grad);
    },
    'v.retain_grad(); show(v.retains_grad); u.retain_grad()': ({ v, u }, show) => {
      v.retainGrad();
      show(v.retainsGrad);
      u.retainGrad();
    },
    'y = v * 1; y.retain_grad(); y.add_(1); y.sum().backward(); show(y.grad)': ({ v }, show) => {
      const y = o.mul(v, 1);
      y.retainGrad();
      o.add.inPlace(y, 1);
      send(o.sum(y));
      show(y.grad);
    },
  },
  backward: {
    'v.backward()': ({ v }) => {
      send(v);
    },
    's.backward(); show(s.grad)': ({ s }, show) => {
      send(s);
      show(s.grad);
    },
    'u.backward()': ({ u }) => {
      send(u);
    },
    '(v * 2).backward()': ({ v }) => {
      send(o.mul(v, 2));
    },
    'torch.ones(2, dtype=torch.int64).sum().backward()': ({ n }) => {
      send(o.sum(n));
    },
    'v.max(0)[1].backward()': ({ v }) => {
      send(o.maxAlong(v, 0).indices);
    },
    'v.sum().backward(torch.ones(3))': ({ v }) => {
      send(o.sum(v), ones([3]));
    },
    '(v * 2).backward(torch.ones(2))': ({ v }) => {
      send(o.mul(v, 2), ones([2]));
    },
    '(v * 2).backward(torch.tensor(1.0))': ({ v }) => {
      send(o.mul(v, 2), ones([]));
    },
    '(v * 2).backward(n); show(v.grad)': ({ v, n }, show) => {
      send(o.mul(v, 2), n);
      show(v.grad);
    },
    '(v * 2).backward(e); show(v.grad)': ({ v, e }, show) => {
      send(o.mul(v, 2), e);
      show(v.grad);
    },
    'l = (v * 2).sum(); l.backward(); l.backward()': ({ v }) => {
      const l = o.sum(o.mul(v, 2));
      send(l);
      send(l);
    },
    'l = (v + 2).sum(); l.backward(); l.backward(); show(v.grad)': ({ v }, show) => {
      const l = o.sum(o.add(v, 2));
      send(l);
      send(l);
      show(v.grad);
    },
    'l = (v * v).sum(); l.backward(); l.backward()': ({ v }) => {
      const l = o.sum(o.mul(v, v));
      send(l);
      send(l);
    },
    'l = (v * v).sum(); l.backward(retain_graph=True); l.backward(); show(v.grad)': ({ v }, show) => {
      const l = o.sum(o.mul(v, v));
      backward([l], { retainGraph: true });
      send(l);
      show(v.grad);
    },
    'l = v.sum(); l.backward(); l.backward(); show(v.grad)': ({ v }, show) => {
      const l = o.sum(v);
      send(l);
      send(l);
      show(v.grad);
    },
    'y = s ** 2; y.backward(); y.backward()': ({ s }) => {
      const y = o.pow(s, 2);
      send(y);
      send(y);
    },
    'y = v.clone(); y[0] = 5.0; y[1:].mul_(p[1:]); l = y.sum(); l.backward(); l.backward()': ({ v, p }) => {
      const y = o.clone(v);
      o.assignAt(y, [0], 5);
      o.mul.inPlace(o.index(y, [{ start: 1 }]), o.index(p, [{ start: 1 }]));
      const l = o.sum(y);
      send(l);
      send(l);
    },
    'torch.autograd.backward([v.sum(), A.sum()]); show(v.grad, A.grad)': ({ v, A }, show) => {
      backward([o.sum(v), o.sum(A)]);
      show(v.grad, A.grad);
    },
    'torch.autograd.backward([v.sum(), u.sum()])': ({ v, u }) => {
      backward([o.sum(v), o.sum(u)]);
    },
    'torch.autograd.backward([v, s], [u, None]); show(v.grad, s.grad)': ({ v, s, u }, show) => {
      backward([v, s], { gradients: [u, null] });
      show(v.grad, s.grad);
    },
    'v.sum().backward(); h = v.grad; v.sum().backward(); show(h, h is v.grad)': ({ v }, show) => {
      send(o.sum(v));
      const h = v.grad;
      send(o.sum(v));
      show(h, h === v.grad);
    },
    'v[0:0].sum().backward(); show(v.grad)': ({ v }, show) => {
      send(o.sum(o.index(v, [{ start: 0, stop: 0 }])));
      show(v.grad);
    },
    'A.T.sum().backward(); show(A.grad, A.grad.stride())': ({ A }, show) => {
      send(o.sum(o.reverseAxes(A)));
      show(A.grad, A.grad?.value.strides);
    },
    "y = v * float('nan'); y.sum().backward(); show(v.grad)": ({ v }, show) => {
      const y = o.mul(v, Number.NaN);
      send(o.sum(y));
      show(v.grad);
    },
    'v.grad = torch.ones(3); v.sum().backward(); show(v.grad); v.grad = None; show(v.grad)': (
      { v },
      show,
    ) => {
      v.grad = ones([3]);
      send(o.sum(v));
      show(v.grad);
      v.grad = null;
      show(v.grad);
    },
    'v.grad = torch.ones(2)': ({ v }) => {
      v.grad = ones([2]);
    },
    'v.grad = e': ({ v, e }) => {
      v.grad = e;
    },
    'v.grad = n': ({ v, n }) => {
      v.grad = n;
    },
    'd.grad = n.int()': ({ d, n }) => {
      d.grad = o.to(n, 'int32');
    },
    'y = v.max(0)[0]; z = A.sort()[0]; (y * z).sum().backward(); show(v.grad, A.grad)': ({ v, A }, show) => {
      const y = o.maxAlong(v, 0).values;
      const z = o.sort(A).values;
      send(o.sum(o.mul(y, z)));
      show(v.grad, A.grad);
    },
    'y = torch.linalg.vector_norm(v * 2, 0) + v.sum(); y.backward(); show(v.grad)': ({ v }, show) => {
      const y = o.add(o.vectorNorm(o.mul(v, 2), { ord: 0 }), o.sum(v));
      send(y);
      show(v.grad);
    },
    '(v // 2).sum().backward()': ({ v }) => {
      send(o.sum(o.floorDivide(v, 2)));
    },
    '(2 % v).sum().backward()': ({ v }) => {
      send(o.sum(o.remainder(2, v)));
    },
  },
  'torch.autograd.grad': {
    'show(*torch.autograd.grad((v * 2).sum(), v), v.grad)': ({ v }, show) => {
      show(...gradientsOf([o.sum(o.mul(v, 2))], [v]), v.grad);
    },
    'show(*torch.autograd.grad((v * 2).sum(), [v, A], allow_unused=True))': ({ v, A }, show) => {
      show(...gradientsOf([o.sum(o.mul(v, 2))], [v, A], { allowUnused: true }));
    },
    'torch.autograd.grad((v * 2).sum(), [v, A])': ({ v, A }) => {
      gradientsOf([o.sum(o.mul(v, 2))], [v, A]);
    },
    'show(*torch.autograd.grad(v * 2, v, u))': ({ v, u }, show) => {
      show(...gradientsOf([o.mul(v, 2)], [v], { gradients: [u] }));
    },
    'torch.autograd.grad(v * 2, v)': ({ v }) => {
      gradientsOf([o.mul(v, 2)], [v]);
    },
    'torch.autograd.grad((v * 2).sum(), u)': ({ v, u }) => {
      gradientsOf([o.sum(o.mul(v, 2))], [u]);
    },
    'y = v * v; l = (y * y).sum(); show(*torch.autograd.grad(l, y), v.grad)': ({ v }, show) => {
      const y = o.mul(v, v);
      const l = o.sum(o.mul(y, y));
      show(...gradientsOf([l], [y]), v.grad);
    },
    'y = v * v; l = (y * y).sum(); show(*torch.autograd.grad(l, [y, v]))': ({ v }, show) => {
      const y = o.mul(v, v);
      const l = o.sum(o.mul(y, y));
      show(...gradientsOf([l], [y, v]));
    },
    'y = v * v; l = (y * 2).sum(); torch.autograd.grad(l, y); y.sum().backward(); show(v.grad)': (
      { v },
      show,
    ) => {
      const y = o.mul(v, v);
      const l = o.sum(o.mul(y, 2));
      gradientsOf([l], [y]);
      send(o.sum(y));
      show(v.grad);
    },
  },
};
