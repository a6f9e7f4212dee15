import torch  #: import
import torch.nn.functional as F  #: import-functional

a = torch.tensor([3.0, 2.0])  #: a
b = torch.tensor([1.0, 4.0])  #: b, own

# Multiply pairwise, add: torch.dot takes two 1-D tensors
print(torch.dot(a, b))  #: dot
print((a * b).sum())  #: by-hand

# Cosine similarity divides the two lengths out
print(F.cosine_similarity(a, b, dim=0))  #: cosine

# It compares rows by default, so each vector becomes a row
row_a = a.unsqueeze(0)  #: row
row_b = b.unsqueeze(0)
print(row_a.shape)  #: row-shape
print(F.cosine_similarity(row_a, row_b))  #: rows
