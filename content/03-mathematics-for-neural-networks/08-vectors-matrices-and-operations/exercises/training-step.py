from book import draw

p = draw.integers(-9, 10, 2)
t = draw.integers(-9, 10, 2)
rate = draw.one_of(0.1, 0.2, 0.3)
draw.need((p != t).all())
answer = p - rate * (p - t)
slips = {
    "uphill": p + rate * (p - t),
    "whole_step": p - (p - t),
    "step_only": rate * (p - t),
    "moved_target": t - rate * (t - p),
}
