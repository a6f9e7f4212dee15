import torch
from torch import nn
import torch.nn.functional as F
torch.set_printoptions(precision=4)
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
def grads(y, *xs):
    (y * data(*y.shape)).sum().backward()
    for x in xs:
        print(x.grad)
        x.grad = None
x = data(2, 2, 5, 5).requires_grad_()
for c in [nn.Conv2d(2, 3, 3), nn.Conv2d(2, 4, (2, 3), stride=(1, 2), padding=(1, 0), groups=2), nn.Conv2d(2, 1, 2, dilation=2, bias=False), nn.Conv2d(2, 2, 3, padding='same'), nn.ConvTranspose2d(2, 3, 2, stride=2)]:
    c = fill(c); y = c(x); print(y.shape, y.grad_fn.name()); grads(y, x, c.weight)
x1 = data(2, 3, 6).requires_grad_()
for c in [nn.Conv1d(3, 2, 3), nn.Conv1d(3, 3, 2, stride=2, padding=1, groups=3)]:
    c = fill(c); y = c(x1); print(y); grads(y, x1, c.weight, c.bias)
print(fill(nn.Conv2d(2, 1, 3))(data(2, 4, 4)))
for p in [nn.MaxPool2d(2), nn.MaxPool2d(3, stride=1, padding=1), nn.MaxPool2d(2, ceil_mode=True), nn.AvgPool2d(2), nn.AvgPool2d(3, stride=2, padding=1), nn.AvgPool2d(3, 2, 1, count_include_pad=False), nn.AdaptiveAvgPool2d(1), nn.AdaptiveAvgPool2d((2, 3)), nn.AdaptiveMaxPool2d(2)]:
    y = p(x); print(p, y.detach()); grads(y, x)
print(F.max_pool2d(x.detach(), 2), F.max_pool1d(x1, 2).detach(), F.avg_pool1d(x1, 3, stride=1).detach(), F.max_pool2d(x.detach(), 2, return_indices=True)[1])
z = data(4, 3).requires_grad_()
ln = nn.LayerNorm(3); print(ln(z)); grads(ln(z) ** 3, ln.weight, ln.bias)
bn = nn.BatchNorm1d(3); print(bn(z)); grads(bn(z) ** 3, bn.weight, bn.bias); print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval(); print(bn(z)); grads(bn(z), z); print(bn.state_dict())
b2 = nn.BatchNorm2d(2); print(b2(x).mean((0, 2, 3)).abs() < 1e-6, b2(x).std()); b2.train(False); print(b2(x)[0, 0, 0])
print(nn.BatchNorm1d(3)(data(2, 3, 4)), nn.GroupNorm(3, 6)(data(2, 6, 2)), nn.RMSNorm(3)(z))
print(nn.LayerNorm([2, 3])(data(2, 2, 3)), F.layer_norm(z, (3,)), F.layer_norm(z, (3,), torch.tensor([1., 2, 3])))
e = fill(nn.Embedding(5, 3)); i = torch.tensor([[0, 2], [4, 2]]); print(e(i)); grads(e(i), e.weight)
e = fill(nn.Embedding(4, 2, padding_idx=1)); print(e(torch.tensor([1, 3]))); grads(e(torch.tensor([1, 3, 1])), e.weight)
print(nn.Embedding.from_pretrained(data(3, 2))(torch.tensor([2, 0])))
w = (data(9) + 0.1).requires_grad_()
for a in [nn.GELU(), nn.GELU('tanh'), nn.SiLU(), nn.LeakyReLU(.2), nn.ELU(), nn.Softplus(), nn.Mish(), nn.Hardswish(), nn.Hardtanh(), nn.ReLU6(), nn.SELU(), nn.CELU(), nn.PReLU(), nn.Softsign(), nn.Softmin(dim=0), nn.Tanhshrink(), nn.Hardsigmoid(), nn.Threshold(.1, 20), nn.LogSigmoid(), nn.Tanh(), nn.Softmax(dim=0)]:
    y = a(w); print(a, y.detach()); grads(y, w)
print(F.gelu(w), F.silu(w).grad_fn.name(), F.glu(data(2, 4)), torch.erf(w))
print(F.pad(data(2, 2), (1, 2)), F.pad(data(2, 2), (1, 0, 0, 1), value=9.), F.pad(data(1, 1, 3, 3), (1, 1, 1, 1), mode='reflect'), F.pad(data(1, 1, 2, 2), (1, 1, 1, 1), 'replicate'), nn.ZeroPad2d(1)(data(1, 1, 1, 2)))
s, t = data(4, 3).requires_grad_(), torch.tensor([0, 2, 1, 1])
cw = torch.tensor([1., 2., .5])
for l in [nn.CrossEntropyLoss(), nn.CrossEntropyLoss(weight=cw), nn.CrossEntropyLoss(label_smoothing=.1), nn.CrossEntropyLoss(weight=cw, label_smoothing=.2), nn.CrossEntropyLoss(ignore_index=1), nn.CrossEntropyLoss(ignore_index=1, label_smoothing=.1), nn.CrossEntropyLoss(reduction='sum'), nn.CrossEntropyLoss(reduction='none', weight=cw), nn.NLLLoss(weight=cw)]:
    y = l(s, t); print(l, y); grads(y, s)
print(F.cross_entropy(s, F.one_hot(t, 3).float()), F.cross_entropy(s, torch.softmax(data(4, 3), 1), label_smoothing=.1), F.cross_entropy(data(2, 3, 4), torch.tensor([[0, 1, 2, 0], [2, 2, 1, 0]])))
u, v = data(6).requires_grad_(), torch.tensor([1., 0, 1, 1, 0, 0])
for l in [nn.BCEWithLogitsLoss(), nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.)), nn.BCEWithLogitsLoss(weight=v + 1), nn.L1Loss(), nn.SmoothL1Loss(), nn.SmoothL1Loss(beta=.5), nn.HuberLoss(), nn.HuberLoss(delta=.3, reduction='sum'), nn.MSELoss()]:
    y = l(u, v); print(l, y); grads(y, u)
print(F.binary_cross_entropy(torch.sigmoid(u), v, weight=v + 1))
lp = F.log_softmax(s, 1); q = torch.softmax(data(4, 3).flip(1), 1)
print(F.kl_div(lp, q, reduction='batchmean'), F.kl_div(lp, q, reduction='sum'), nn.KLDivLoss(reduction='none', log_target=True)(lp, q.log()), F.kl_div(lp, F.one_hot(t, 3).float(), reduction='batchmean'))
print(F.margin_ranking_loss(u, v, torch.sign(v - .5), margin=.1), F.triplet_margin_loss(data(2, 3), data(2, 3) + .1, data(2, 3).flip(0)))
print(nn.Unflatten(1, (2, 3))(data(2, 6)).shape, nn.Flatten()(x).shape, fill(nn.Bilinear(2, 3, 2))(data(4, 2), data(4, 3)), nn.PairwiseDistance()(data(2, 3), data(2, 3) + 1))
