import torch

guess = torch.tensor([[0], [1], [2], [3]])
label = torch.tensor([0, 1, 2, 3])
print((guess == label).float().mean())  #: print((guess.squeeze(1) == label).float().mean())
