import torch

X = torch.tensor([[1, 2, 3], [4, 5, 6]])  # a row for each sample
per_sample = X.sum(dim=0)  #: per_sample = X.sum(dim=1)
print(per_sample)
