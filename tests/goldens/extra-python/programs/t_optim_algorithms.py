import torch, math
from torch import nn, optim
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
y = torch.tensor([[1.0], [0.0], [1.5], [2.0]])
def run(make, n=6):
    w = torch.tensor([0.1, -0.2, 0.3, 1.7], requires_grad=True)
    b = torch.zeros(4, requires_grad=True)
    o = make([w, b])
    for i in range(n):
        o.zero_grad()
        loss = ((w - b - y.flatten()) ** 2 * torch.tensor([.3, 1.2, -.7, 2.1])).sum()
        loss.backward()
        o.step()
    print(type(o).__name__, w.tolist(), b.tolist())
    return o
for kw in [dict(), dict(momentum=.9), dict(momentum=.9, nesterov=True), dict(momentum=.5, dampening=.3, weight_decay=.1), dict(maximize=True)]:
    run(lambda p: optim.SGD(p, lr=0.01, **kw))
for kw in [dict(), dict(weight_decay=.1), dict(betas=(.8,.99), eps=1e-3), dict(amsgrad=True)]:
    run(lambda p: optim.Adam(p, lr=0.05, **kw)); run(lambda p: optim.AdamW(p, lr=0.05, **kw))
for kw in [dict(), dict(momentum=.9), dict(centered=True), dict(alpha=.9, weight_decay=.01)]:
    run(lambda p: optim.RMSprop(p, lr=0.01, **kw))
for kw in [dict(), dict(lr_decay=.1), dict(initial_accumulator_value=.5, weight_decay=.1)]:
    o = run(lambda p: optim.Adagrad(p, lr=0.1, **kw))
print(o)
print(o.state_dict())
w = torch.tensor([1., 2.], requires_grad=True)
show(lambda: optim.SGD([], lr=.1)); show(lambda: optim.SGD(w, lr=.1)); show(lambda: optim.SGD([w*2], lr=.1)); show(lambda: optim.SGD([1.0], lr=.1))
show(lambda: optim.SGD([w], lr=-.1)); show(lambda: optim.SGD([w], lr='a')); show(lambda: optim.SGD([w], lr=.1, nesterov=True)); show(lambda: optim.SGD(lr=.1))
show(lambda: optim.SGD([w], lr=.1, foo=1)); show(lambda: optim.Adam([w], betas=(1.0,.9))); show(lambda: optim.Adam([w], lr=-1)); show(lambda: optim.Adam([w], lr='x'))
show(lambda: optim.SGD([{'params':[w]},{'params':[w]}], lr=.1)); show(lambda: optim.SGD({w}, lr=.1)); show(lambda: optim.SGD([{'param':[w]}], lr=.1)); show(lambda: optim.SGD(nn.Linear(1,1), lr=.1))
a = optim.SGD([w], lr=.1)
show(lambda: a.load_state_dict({'state':{}, 'param_groups':[{'params':[0,1]}]})); show(lambda: a.load_state_dict({'state':{}, 'param_groups':[]})); show(lambda: a.add_param_group([1])); show(lambda: a.stp())
print(a.zero_grad(), a.step(), a.step(lambda: (w*w).sum()), a.defaults)
show(lambda: optim.Optimizer([w], {}).step())
show(lambda: a.state)
