import torch
torch.manual_seed(0)
X = torch.randn(64, 2); y = (X[:, :1] * X[:, 1:] > 0).float()
net = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.5)
for step in range(500):
    loss = torch.nn.functional.binary_cross_entropy_with_logits(net(X), y)
    opt.zero_grad(); loss.backward(); opt.step()
print(loss.item())
