import random
def matmul(A, B):
    n, m, p = len(A), len(B), len(B[0])
    C = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            s = 0.0
            for k in range(m):
                s += A[i][k] * B[k][j]
            C[i][j] = s
    return C
A = [[float(i * j % 7) for j in range(50)] for i in range(50)]
B = [[float(i + j) for j in range(50)] for i in range(50)]
C = matmul(A, B)
print(C[3][4])
