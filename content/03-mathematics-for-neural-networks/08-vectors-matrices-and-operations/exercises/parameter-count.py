from book import draw

n, h, m = draw.shuffled(list(range(2, 10)))[:3]
code = f"first = nn.Linear({n}, {h})\nsecond = nn.Linear({h}, {m})"
answer = n * h + h + h * m + m
slips = {
    "no_bias": n * h + h * m,
    "bias_per_input": n * h + n + h * m + h,
    "one_bias": n * h + 1 + h * m + 1,
    "neurons": n + h + m,
}
