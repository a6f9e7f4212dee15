import torch
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:200])
q = torch.arange(12.0).reshape(2, 2, 3); k = q.flip(1)
print(torch.einsum('bid,bjd->bij', q, k), torch.einsum('bij->b', q), torch.einsum('...ij->...ji', q).shape, torch.einsum('ii', torch.eye(3)), torch.einsum('i,j->ij', torch.tensor([1, 2]), torch.tensor([3, 4])))
a = torch.ones(2, 3, requires_grad=True); b = torch.arange(6.).reshape(3, 2).requires_grad_(); y = torch.einsum('ij,jk->ik', a, b); (y * torch.tensor([[1., 2], [3, 4]])).sum().backward(); print(y.detach(), a.grad, b.grad)
t(lambda: torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(2, 2))); t(lambda: torch.einsum('ij', torch.ones(2))); t(lambda: torch.einsum('i', torch.ones(2, 2)))
A = torch.tensor([[4.0, 1.0], [1.0, 3.0]], dtype=torch.float64)
print(torch.linalg.eigh(A), torch.linalg.eigvalsh(A), torch.linalg.qr(A), torch.linalg.cholesky(A), torch.linalg.svdvals(A), torch.linalg.pinv(A), torch.linalg.cond(A))
U, S, Vh = torch.linalg.svd(torch.tensor([[1., 2], [3, 4], [5, 6]]), full_matrices=False); print(S, (U * S @ Vh))
print(torch.linalg.lstsq(torch.tensor([[1., 1], [1, 2], [1, 3]]), torch.tensor([[1.], [2], [2.5]])).solution)
t(lambda: torch.linalg.cholesky(-A)); t(lambda: torch.linalg.eigh(torch.ones(2, 3)))
