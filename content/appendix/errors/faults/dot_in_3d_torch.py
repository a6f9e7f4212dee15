import torch

queries = torch.ones(3, 4, 5)
keys = torch.ones(3, 5, 6)
print(torch.dot(queries, keys).shape)  #: print(torch.matmul(queries, keys).shape)
