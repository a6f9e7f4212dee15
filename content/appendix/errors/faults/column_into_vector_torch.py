import torch

loss = torch.zeros(3)
loss[:] = torch.ones(3, 1)  #: loss[:] = torch.ones(3, 1).squeeze(1)
print(loss)
