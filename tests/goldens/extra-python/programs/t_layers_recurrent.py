import torch
from torch import nn
import torch.nn.functional as F
def fill(m):
    with torch.no_grad():
        for p in m.parameters():
            n = p.numel()
            p.copy_((torch.arange(n, dtype=torch.float32).reshape(p.shape) % 7 - 3) / 8)
    return m
def data(*s):
    n = 1
    for d in s: n *= d
    return ((torch.arange(n, dtype=torch.float32) * 5 % 11 - 5) / 4).reshape(s)
x = data(4, 2, 3)
for m in [nn.RNN(3, 4), nn.RNN(3, 2, nonlinearity='relu', bias=False), nn.LSTM(3, 4), nn.GRU(3, 4), nn.LSTM(3, 2, num_layers=2), nn.GRU(3, 2, bidirectional=True), nn.LSTM(3, 2, batch_first=True)]:
    m = fill(m); o, h = m(x); print(m, o.shape); print(o.detach()); print(h if torch.is_tensor(h) else h[0].shape, h[0].detach())
    o.sum().backward(); print([[round(v, 3) for v in row] for row in m.weight_ih_l0.grad.tolist()])
o, h = fill(nn.GRU(3, 2))(data(5, 3)); print(o.shape, h.shape)
o, (h, c) = fill(nn.LSTM(3, 2))(data(5, 3), (torch.ones(1, 2), torch.ones(1, 2))); print(o.shape, h.shape, c.detach())
for c in [nn.RNNCell(3, 2), nn.GRUCell(3, 2), nn.LSTMCell(3, 2)]:
    c = fill(c); h = c(data(2, 3)); h = c(data(2, 3), h); print(c, h)
q, k, v = data(1, 2, 3, 4), data(1, 2, 5, 4) / 2, data(1, 2, 5, 4).flip(2)
print(F.scaled_dot_product_attention(q, k, v)); print(F.scaled_dot_product_attention(q, q, q, is_causal=True)); print(F.scaled_dot_product_attention(q, k, v, attn_mask=torch.tensor([[True, False, True, True, False]] * 3))); print(F.scaled_dot_product_attention(q, k, v, attn_mask=data(3, 5), scale=.3))
m = fill(nn.MultiheadAttention(4, 2)); o, w = m(data(3, 2, 4), data(5, 2, 4), data(5, 2, 4)); print(o, w)
m = fill(nn.MultiheadAttention(4, 2, batch_first=True)); o, w = m(data(2, 3, 4), data(2, 3, 4), data(2, 3, 4), attn_mask=torch.triu(torch.ones(3, 3), 1).bool(), average_attn_weights=False); print(o.detach(), w.detach())
o, w = m(data(3, 4), data(3, 4), data(3, 4), need_weights=False); print(o.shape, w)
print([(n, tuple(p.shape)) for n, p in m.named_parameters()])
d = nn.ModuleDict({'a': nn.Linear(2, 2), 'r': nn.ReLU()}); d['z'] = nn.Tanh(); print(d, list(d), list(d.keys()), len(d), 'a' in d, [type(m).__name__ for m in d.values()]); del d['r']; print([k for k, _ in d.items()])
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.ws = nn.ParameterList([nn.Parameter(torch.ones(2)) for _ in range(2)])
        self.ps = nn.ParameterDict({'u': nn.Parameter(torch.zeros(1))})
        self.acts = nn.ModuleDict([['lrelu', nn.LeakyReLU()], ['prelu', nn.PReLU()]])
    def forward(self, x, act):
        for w in self.ws: x = x * w
        return self.acts[act](x) + self.ps['u']
n = Net(); print(n); print(n(torch.tensor([1., -2.]), 'prelu'), [k for k, _ in n.named_parameters()], n.state_dict())
l = nn.LazyLinear(3); print(l, l.in_features); print(l(torch.ones(2, 4)).shape, l, type(l).__name__)
class C(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
        self.fc = nn.Linear(4 * 7 * 7, 10)
    def forward(self, x): return self.fc(torch.flatten(self.features(x), 1))
m = fill(C()); print(m); print(m(data(2, 1, 14, 14)).shape, sum(p.numel() for p in m.parameters()), [n for n, _ in m.named_buffers()])
m.eval(); print(m.features[1].training, m(data(1, 1, 14, 14)))
