import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader, TensorDataset, random_split, Subset, ConcatDataset, RandomSampler, SequentialSampler, BatchSampler, WeightedRandomSampler, SubsetRandomSampler, IterableDataset
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:300])
X = torch.arange(14.).reshape(7, 2); y = torch.arange(7)
ds = TensorDataset(X, y)
print(len(ds), ds[1], ds[2:4], ds[-1])
for kw in [dict(), dict(batch_size=3), dict(batch_size=3, drop_last=True), dict(batch_size=None)]:
    l = DataLoader(ds, **kw); print(len(l), [b[1].tolist() for b in l])
torch.manual_seed(0)
l = DataLoader(ds, batch_size=3, shuffle=True)
for _ in range(2): print([b[1].tolist() for b in l])
print(torch.rand(2))
g = torch.Generator().manual_seed(5)
l = DataLoader(ds, batch_size=2, shuffle=True, generator=g); print([b[1].tolist() for b in l], [b[1].tolist() for b in l])
a, b = random_split(ds, [5, 2], generator=torch.Generator().manual_seed(42)); print(len(a), a.indices, b.indices, a[0])
torch.manual_seed(1); a, b, c = random_split(range(10), [.5, .3, .2]); print(list(a), list(b), list(c))
class D(Dataset):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i): return {'x': torch.tensor([i, i * i]), 'y': i * .5, 's': f'n{i}', 'p': (i, True)}
d = D(4); print(d[2], len(d))
for batch in DataLoader(d, batch_size=2): print(batch)
print(len(d + ds), (d + ds)[5])
t(lambda: DTYPE) if 0 else print(next(iter(DataLoader([1, 2, 3], batch_size=2))), next(iter(DataLoader([(1, 2.5), (3, 4.)], batch_size=2))), next(iter(DataLoader([[1, 2], [3, 4]], batch_size=2))), next(iter(DataLoader(['a', 'b'], batch_size=2))))
print([b for b in DataLoader(range(5), batch_size=2, collate_fn=lambda b: sum(b))])
print(list(BatchSampler(SequentialSampler(range(5)), 2, False)), len(BatchSampler(SequentialSampler(range(5)), 2, True)))
torch.manual_seed(3); print(list(RandomSampler(range(6))), list(RandomSampler(range(6), replacement=True, num_samples=4)), list(WeightedRandomSampler([.1, .9, .5], 5)), list(SubsetRandomSampler([3, 5, 7])))
class It(IterableDataset):
    def __iter__(self): return iter(range(5))
print([b for b in DataLoader(It(), batch_size=2)])
for e, (xb, yb) in enumerate(DataLoader(Subset(ds, [0, 3, 6]), batch_size=2)): print(e, xb, yb)
t(lambda: TensorDataset(torch.ones(2), torch.ones(3))); t(lambda: ds[9]); t(lambda: DataLoader(ds, batch_size=0)); t(lambda: next(iter(DataLoader([torch.ones(2), torch.ones(3)], batch_size=2)))); t(lambda: next(iter(DataLoader([[1, 2], [3]], batch_size=2)))); t(lambda: next(iter(DataLoader([None])))); t(lambda: random_split(ds, [1, 1])); t(lambda: Dataset()[0]); t(lambda: len(Dataset())); t(lambda: DataLoader(ds, shuffle=True, sampler=SequentialSampler(ds))); t(lambda: DataLoader([], shuffle=True)); t(lambda: DataLoader(ds, num_workers=-1)); t(lambda: DataLoader())
l = DataLoader(ds, batch_size=4); print(l.batch_size, l.dataset is ds, l.drop_last, type(l.sampler).__name__, len(l.dataset))
w = nn.Linear(2, 1)
with torch.no_grad(): w.weight.copy_(torch.tensor([[1., 2.]])); w.bias.zero_()
(w(X) ** 2).mean().backward()
print(w.weight.grad, nn.utils.clip_grad_norm_(w.parameters(), 1.0), w.weight.grad, w.bias.grad)
nn.utils.clip_grad_value_(w.parameters(), .5); print(w.weight.grad)
v = nn.utils.parameters_to_vector(w.parameters()); print(v); nn.utils.vector_to_parameters(torch.zeros(3), w.parameters()); print(w.weight)
torch.manual_seed(0)
e = nn.Embedding(3, 2); c = nn.Conv2d(1, 2, 2); r = nn.LSTM(2, 2); m = nn.MultiheadAttention(2, 1); b = nn.Bilinear(1, 2, 1); ll = nn.LazyLinear(2); ll(torch.ones(1, 3)); gg = nn.GRUCell(1, 2)
for q in [e, c, r, m, b, ll, gg]: print([p.tolist() for p in q.parameters()])
