import torch

def shifted(x):
    x += 1  #: x = x + 1
    return x

data = torch.tensor([0, 1, 2])
print(shifted(data), data)
