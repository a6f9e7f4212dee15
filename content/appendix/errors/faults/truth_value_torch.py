import torch

a = torch.tensor([1, 2, 3])
if a == torch.tensor([1, 2, 3]):  #: if (a == torch.tensor([1, 2, 3])).all():
    print("equal")
