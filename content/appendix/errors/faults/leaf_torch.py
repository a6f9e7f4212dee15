import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
w.sum().backward()
w -= 0.1 * w.grad  #: with torch.no_grad(): w -= 0.1 * w.grad
print(w)
