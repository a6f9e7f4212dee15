"""Records what PyTorch makes of each expression in expressions.txt and each program in programs.txt.

Run with PyTorch 2.6 in this folder: python3 record.py
"""
import json
import torch
import torch.nn.functional as F


def inputs():
    leaf = lambda values, dtype=torch.float32: torch.tensor(values, dtype=dtype, requires_grad=True)
    return dict(
        torch=torch, F=F,
        v=leaf([0.5, -1.5, 2.0]), p=leaf([0.25, 1.5, 2.75]), z=leaf([-1.0, 0.0, 2.0]), s=leaf(1.5), b=leaf([0.5, -0.25]),
        A=leaf([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]]), W=leaf([[1.0, 2.0, -1.0], [0.5, -0.5, 3.0]]),
        M=leaf([[2.0, 1.0, 0.5], [-1.0, 3.0, 1.0], [0.25, -0.5, 4.0]]),
        B=leaf([[[1.0, 2.0, 3.0], [0.5, -1.0, 2.0]], [[-2.0, 0.25, 1.0], [3.0, 1.5, -0.5]]]),
        d=leaf([0.5, 1.25, -2.0], torch.float64),
        u=torch.tensor([1.0, 2.5, -3.0]), X=torch.tensor([[1.0, 0.5, -1.0], [2.0, -0.25, 3.0]]),
        N=torch.tensor([[1.0, 2.0, 3.0], [0.5, -1.0, 2.0], [1.0, 0.0, -2.0]]),
        C=torch.tensor([[[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]], [[2.0, 0.0], [1.0, 1.0], [-1.0, 2.0]]]),
        X3=torch.tensor([[[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]], [[2.0, -2.0, 0.5], [1.0, 1.0, 1.0]]]),
        n=torch.tensor([1, -2, 3]), e=torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64),
        i=torch.tensor([0, 2]), j=torch.tensor([[0, 2], [1, 1]]),
    )


def graph(fn):
    """The nodes that lead to a result, nested: a leaf is `leaf`, what needs no gradient `-`."""
    if fn is None:
        return '-'
    name = type(fn).__name__
    if name == 'AccumulateGrad':
        return 'leaf'
    return f"{name}({','.join(graph(next) for next, _ in fn.next_functions)})"


def number(x):
    return x if x == x and abs(x) != float('inf') else str(x).replace('inf', 'Infinity').replace('nan', 'NaN')


def values(t):
    return dict(shape=list(t.shape), dtype=str(t.dtype)[6:], data=[number(x) for x in t.detach().reshape(-1).tolist()])


def evaluate(expression):
    """Value and graph of each result, and the gradients of the leaves when 1, 1.5, 2, … are sent back from it."""
    env = inputs()
    results = eval(expression, env)
    results = results if isinstance(results, (tuple, list)) else (results,)
    record = dict(results=[dict(values(t), graph=graph(t.grad_fn)) for t in results])
    for t in results:
        if t.grad_fn is None:
            continue
        seed = (1 + 0.5 * torch.arange(t.numel(), dtype=t.dtype)).reshape(t.shape)
        try:
            t.backward(seed, retain_graph=True)
        except RuntimeError as error:
            record['error'] = str(error)
    leaves = {name: t for name, t in env.items() if torch.is_tensor(t) and t.requires_grad}
    record['grads'] = {name: values(t.grad) for name, t in leaves.items() if t.grad is not None}
    return record


def run(program):
    """The message of the error, or null, with the graphs and gradients that `show` was given."""
    env, shown = inputs(), []
    def show(*given):
        for each in given:
            shown.append(None if each is None else dict(values(each), graph=graph(each.grad_fn), requires_grad=each.requires_grad)
                         if torch.is_tensor(each) else each)
    env['show'] = show
    try:
        exec(program, env)
        error = None
    except RuntimeError as e:
        error = str(e)
    return dict(shown=shown, error=error)


def lines(path):
    return [line for line in open(path).read().split('\n') if line]


if __name__ == '__main__':
    torch.manual_seed(0)
    with open('expressions.json', 'w') as out:
        json.dump({line: evaluate(line) for line in lines('expressions.txt')}, out, indent=0)
        out.write('\n')
    with open('programs.json', 'w') as out:
        json.dump({line: run(line.replace('⏎', '\n')) for line in lines('programs.txt')}, out, indent=0)
        out.write('\n')
