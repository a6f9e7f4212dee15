import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
for step in range(3):
    w.sum().backward()  #: w.grad = None; w.sum().backward()
    print(w.grad)
