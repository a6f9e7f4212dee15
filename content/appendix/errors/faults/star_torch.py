import torch

turn = torch.tensor([[0, -1], [1, 0]])
stretch = torch.tensor([[2, 0], [0, 1]])
print(turn * stretch)  #: print(turn @ stretch)
