import torch
import torch.nn.functional as F

a = torch.tensor([3.0, 2.0])
b = torch.tensor([1.0, 4.0])

# Multiply pairwise, add: torch.dot takes two 1-D tensors
print(torch.dot(a, b))
print((a * b).sum())

# Cosine similarity divides the two lengths out
print(F.cosine_similarity(a, b, dim=0))

# It compares rows by default, so each vector becomes a row
row_a = a.unsqueeze(0)
row_b = b.unsqueeze(0)
print(row_a.shape)
print(F.cosine_similarity(row_a, row_b))
