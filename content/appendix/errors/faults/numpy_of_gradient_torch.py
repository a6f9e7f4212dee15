import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
print((2 * w).numpy())  #: print((2 * w).detach().numpy())
