import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
a = torch.sigmoid(w)
a += 1  #: a = a + 1
a.sum().backward()
print(w.grad)
