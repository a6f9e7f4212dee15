from book import draw
import numpy as np
import torch
import torch.nn.functional as F

positive, negative = draw.integers(1, 5), -draw.integers(1, 5)
entries = [0, positive, negative, draw.integers(-4, 5, nonzero=True)]
Z = np.array(draw.shuffled(entries)).reshape(2, 2) * 1.0
G = draw.integers(2, 7, (2, 2)) * 1.0
code = f"""Z = torch.tensor({Z.tolist()}, requires_grad=True)
G = torch.tensor({G.tolist()})
(F.relu(Z) * G).sum().backward()
print(Z.grad)"""
answer = draw.value_of(f"{code}\nZ.grad.numpy()", torch=torch, F=torch.nn.functional)
slips = {
    "all_pass": G,
    "zero_passes": G * (Z >= 0),
    "mask_only": (Z > 0) * 1.0,
    "values": G * np.maximum(0, Z),
    "twice": 2 * G * (Z > 0),
}
below = Z[Z < 0]
reasons = {
    "flat": (np.maximum(0, below + 0.1) == np.maximum(0, below)).all(),
    "nothing_arrives": (G[Z < 0] == 0).all(),
    "all_silent": (Z <= 0).all(),
}
