import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
w = w - 0.1 * w  #: with torch.no_grad(): w -= 0.1 * w
w.sum().backward()
print(w.grad)
