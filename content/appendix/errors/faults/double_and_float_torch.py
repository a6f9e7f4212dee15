import numpy as np
import torch

X = torch.from_numpy(np.ones((4, 3)))
layer = torch.nn.Linear(3, 2)
print(layer(X).shape)  #: print(layer(X.float()).shape)
