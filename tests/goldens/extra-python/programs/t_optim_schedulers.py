import torch
from torch import nn, optim


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


w = torch.tensor([1.0, 2.0], requires_grad=True)
a = optim.SGD([w], lr=0.1)
from torch.optim import lr_scheduler as L
for mk in [lambda o: L.StepLR(o, 2, .5), lambda o: L.MultiStepLR(o, [2, 4], gamma=.1), lambda o: L.ExponentialLR(o, .9), lambda o: L.CosineAnnealingLR(o, 4, eta_min=.01), lambda o: L.LambdaLR(o, lambda e: .95 ** e), lambda o: L.LinearLR(o), lambda o: L.ConstantLR(o, total_iters=3), lambda o: L.MultiplicativeLR(o, lambda e: .9), lambda o: L.PolynomialLR(o, 4, 2.0)]:
    o = optim.SGD([w], lr=.1); s = mk(o); r = [o.param_groups[0]['lr']]
    for i in range(8):
        o.step(); s.step(); r.append(s.get_last_lr()[0])
    print(type(s).__name__, r, s.last_epoch)
    if 'Multi' not in type(s).__name__: print(s.state_dict())
o = optim.SGD([w], lr=.1); s = L.ReduceLROnPlateau(o, 'min', patience=1, factor=.5)
for v in [1, .9, .95, .96, .97, .98, .5]: s.step(v); print(o.param_groups[0]['lr'], s.num_bad_epochs, s.best)
show(lambda: L.StepLR(w, 2)); show(lambda: L.StepLR(a)); show(lambda: L.LambdaLR(a, [1, 2])); show(lambda: L.ReduceLROnPlateau(a, 'mn'))
class My(optim.Optimizer):
    def __init__(self, params, lr=.1):
        super().__init__(params, dict(lr=lr))
    @torch.no_grad()
    def step(self):
        for g in self.param_groups:
            for p in g['params']:
                if p.grad is None: continue
                st = self.state[p]
                st['n'] = st.get('n', 0) + 1
                p.add_(p.grad, alpha=-g['lr'])
m = My([w]); (w**2).sum().backward(); m.step(); print(w, m.state[w], m); m.zero_grad(set_to_none=False); print(w.grad)
class Warm(L.LRScheduler):
    def __init__(self, o, n, last_epoch=-1):
        self.n = n
        super().__init__(o, last_epoch)
    def get_lr(self):
        return [b * min(1, (self.last_epoch + 1) / self.n) for b in self.base_lrs]
o = optim.SGD([w], lr=.1); s = Warm(o, 4)
for i in range(5): print(o.param_groups[0]['lr']); o.step(); s.step()
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
o = optim.Adam(net.parameters()); o2 = optim.Adam(net.parameters()); net(torch.ones(1, 2)).sum().backward(); o.step(); sd = o.state_dict(); print(sd['state'].keys(), sd['param_groups'], list(sd['state'][0])); o2.load_state_dict(sd); print(len(o2.state), o2.state[net[0].weight]['step'])
o = optim.SGD(net[0].parameters(), lr=.1); o.add_param_group({'params': net[2].parameters(), 'lr': .01}); print(o); print(len(o.param_groups), o.param_groups[1]['lr'])
for g in o.param_groups: g['lr'] *= .5
print([g['lr'] for g in o.param_groups])
print(isinstance(o, optim.Optimizer), optim.SGD, L.StepLR, torch.optim.lr_scheduler.StepLR is L.StepLR)
def closure():
    o.zero_grad(); l = (w ** 2).sum(); l.backward(); return l
o = optim.SGD([w], lr=.1); print(o.step(closure), w)
