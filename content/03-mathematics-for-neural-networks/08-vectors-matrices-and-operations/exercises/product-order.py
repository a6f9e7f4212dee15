from book import draw

A = draw.integers(-3, 4, (2, 2))
B = draw.integers(-3, 4, (2, 2))
answer = A @ B
slips = {
    "other_order": B @ A,
    "star": A * B,
    "row_row": A @ B.T,
    "col_col": A.T @ B,
}
