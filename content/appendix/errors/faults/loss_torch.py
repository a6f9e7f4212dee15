import torch
import torch.nn.functional as F

prediction = torch.tensor([[1.0], [2.0], [3.0]])
target = torch.tensor([1.0, 2.0, 3.0])
print(F.mse_loss(prediction, target))  #: print(F.mse_loss(prediction.squeeze(1), target))
