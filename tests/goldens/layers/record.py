"""Write cases.json: what PyTorch computes for convolutions, pooling, normalisation and other layers.

usage: ATEN_CPU_CAPABILITY=default OMP_NUM_THREADS=1 python3 record.py > cases.json

Each case names an operation of src/tensor/layers, its tensors and options, and holds the result and the gradients of
the tensors for the sum of the result times fixed numbers, in float64.
"""
import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(*shape, step=5, modulus=13):
    count = 1
    for size in shape:
        count *= size
    return ((torch.arange(count) * step % modulus - modulus // 2) / 4.0).reshape(shape)


def plain(tensor):
    return {"shape": list(tensor.shape), "data": tensor.flatten().tolist()}


cases = []


def case(operation, tensors, options, compute):
    leaves = [t.clone().requires_grad_() for t in tensors]
    result = compute(*leaves)
    factors = numbers(*result.shape, step=3, modulus=7)
    gradients = torch.autograd.grad((result * factors).sum(), leaves, allow_unused=True)
    cases.append(
        {
            "operation": operation,
            "node": result.grad_fn.name(),
            "tensors": [plain(t) for t in tensors],
            "options": options,
            "factors": plain(factors),
            "result": plain(result),
            "gradients": [None if g is None else plain(g) for g in gradients],
        }
    )


def pair(value):
    return [value, value] if isinstance(value, int) else list(value)


def convolve(image, kernel, bias=True, stride=1, padding=0, dilation=1, groups=1):
    tensors = [numbers(*image), numbers(*kernel, step=4, modulus=9)]
    if bias:
        tensors.append(numbers(kernel[0]))
    steps = {"stride": pair(stride), "padding": pair(padding), "dilation": pair(dilation)}
    flat = len(image) == 3
    last = lambda value: value if isinstance(value, int) else value[1]
    conv = F.conv1d if flat else F.conv2d
    narrow = last if flat else (lambda value: value)
    if flat:
        steps = {name: [1 if name != "padding" else 0, sides[1]] for name, sides in steps.items()}
    case(
        "convolution",
        tensors,
        steps,
        lambda x, w, b=None: conv(x, w, b, narrow(stride), narrow(padding), narrow(dilation), groups),
    )


convolve((1, 1, 4, 4), (1, 1, 2, 2), bias=False)
convolve((2, 2, 5, 4), (3, 2, 3, 2))
convolve((2, 4, 5, 6), (4, 2, 2, 3), stride=(1, 2), padding=(1, 0), groups=2)
convolve((1, 2, 7, 6), (2, 1, 3, 2), padding=(2, 1), dilation=(2, 3), groups=2)
convolve((2, 3, 6), (2, 3, 3), stride=2, padding=1)
convolve((1, 2, 5), (2, 1, 2), bias=False, dilation=2, groups=2)


def transpose(image, kernel, stride=1, padding=0, extra=0, bias=True):
    tensors = [numbers(*image), numbers(*kernel, step=4, modulus=9)]
    if bias:
        tensors.append(numbers(kernel[1]))
    shape = F.conv_transpose2d(*tensors[:2], None, stride, padding, extra).shape
    options = {"stride": pair(stride), "padding": pair(padding), "dilation": [1, 1], "shape": list(shape)}
    case(
        "transposedConvolution",
        tensors,
        options,
        lambda x, w, b=None: F.conv_transpose2d(x, w, b, stride, padding, extra),
    )


transpose((2, 2, 3, 2), (2, 3, 2, 2), stride=2)
transpose((1, 1, 3, 3), (1, 2, 3, 2), padding=1, bias=False)


def pool(operation, image, kernel, stride=None, padding=0, dilation=1, ceil=False, **more):
    options = {
        "kernel": pair(kernel),
        "stride": pair(kernel if stride is None else stride),
        "padding": pair(padding),
        "dilation": pair(dilation),
        "ceil": ceil,
        "countPadding": more.get("count_include_pad", True),
        "fixed": more.get("divisor_override"),
    }
    if operation == "maxPooling":
        compute = lambda x: F.max_pool2d(x, kernel, stride, padding, dilation, ceil)
        _, places = F.max_pool2d(numbers(*image), kernel, stride, padding, dilation, ceil, True)
        options["indices"] = plain(places)
    else:
        compute = lambda x: F.avg_pool2d(x, kernel, stride, padding, ceil, **more)
    case(operation, [numbers(*image)], options, compute)


pool("maxPooling", (1, 1, 4, 4), 2)
pool("maxPooling", (2, 3, 5, 6), (3, 2), stride=(2, 1), padding=1)
pool("maxPooling", (1, 2, 6, 5), 2, stride=1, dilation=(2, 3))
pool("maxPooling", (1, 1, 5, 5), 2, ceil=True)
pool("maxPooling", (1, 1, 4, 5), 3, stride=3, padding=1, ceil=True)
pool("maxPooling", (2, 4, 4), 2)
pool("averagePooling", (1, 1, 4, 4), 2)
pool("averagePooling", (2, 2, 5, 6), (3, 2), stride=(2, 1), padding=1)
pool("averagePooling", (1, 2, 5, 5), 3, stride=2, padding=1, count_include_pad=False)
pool("averagePooling", (1, 1, 5, 6), 2, stride=2, ceil=True)
pool("averagePooling", (1, 1, 5, 6), 3, stride=2, padding=1, ceil=True, divisor_override=5)


def normalise(shape, axes, weight, bias):
    row = shape[len(shape) - axes :]
    tensors = [numbers(*shape)] + ([numbers(*row, step=2)] if weight else []) + ([numbers(*row)] if bias else [])
    def compute(x, *rest):
        rest = list(rest)
        w = rest.pop(0) if weight else None
        b = rest.pop(0) if bias else None
        return F.layer_norm(x, row, w, b, 0.01)
    case("layerNorm", tensors, {"axes": axes, "epsilon": 0.01, "weight": weight, "bias": bias}, compute)


normalise((2, 4), 1, True, True)
normalise((3, 2, 3), 2, True, False)
normalise((2, 5), 1, False, True)
normalise((4,), 1, False, False)


def batch(shape, training, scaled):
    channels = shape[1]
    tensors = [numbers(*shape)] + ([numbers(channels, step=2), numbers(channels)] if scaled else [])
    mean, variance = numbers(channels, step=7), numbers(channels).abs() + 1
    case(
        "batchNorm",
        tensors,
        {
            "training": training,
            "epsilon": 0.01,
            "mean": mean.tolist(),
            "variance": variance.tolist(),
            "weight": scaled,
            "bias": scaled,
        },
        lambda x, w=None, b=None: F.batch_norm(x, mean.clone(), variance.clone(), w, b, training, 0.1, 0.01),
    )


batch((4, 3), True, True)
batch((2, 3, 2, 2), True, True)
batch((3, 2, 4), True, False)
batch((2, 3, 2), False, True)


case(
    "groupNorm",
    [numbers(2, 4, 3), numbers(4, step=2), numbers(4)],
    {"parts": 2, "epsilon": 0.01, "weight": True, "bias": True},
    lambda x, w, b: F.group_norm(x, 2, w, b, 0.01),
)

far = torch.tensor([-7.0, -3.5, -2.0, -0.75, -0.0, 0.0, 0.1, 0.5, 1.0, 2.9, 3.0, 3.1, 4.5, 6.5])
case("erf", [far], {}, torch.erf)
case("gelu", [far], {}, F.gelu)
case("geluByTanh", [far], {}, lambda x: F.gelu(x, approximate="tanh"))

for padding in (None, 1):
    places = torch.tensor([[1, 0, 3], [1, 1, 2]])
    case(
        "embedding",
        [numbers(4, 2)],
        {"indices": plain(places), "padding": padding},
        lambda table: F.embedding(places, table, padding),
    )

for reduction in ("mean", "sum", "none"):
    inputs = [numbers(3, 4), numbers(3, 4, step=2)]
    for beta in (1.0, 0.5):
        case("smoothL1", inputs, {"bend": beta, "reduction": reduction}, lambda x, y: F.smooth_l1_loss(x, y, reduction=reduction, beta=beta))
        case("huber", inputs, {"bend": beta, "reduction": reduction}, lambda x, y: F.huber_loss(x, y, reduction=reduction, delta=beta))
    for shape, target in (((4, 3), [0, 2, 1, 2]), ((3,), 1), ((2, 3, 2, 1), [[[0], [2]], [[1], [1]]])):
        names = torch.tensor(target)
        for weight in (None, torch.tensor([1.0, 2.0, 0.5])):
            options = {
                "target": plain(names),
                "weight": None if weight is None else plain(weight),
                "ignored": 2,
                "reduction": reduction,
            }
            if shape == (3,):
                options["ignored"] = -100
            case(
                "weightedNll",
                [numbers(*shape)],
                options,
                lambda x: F.nll_loss(x, names, weight, ignore_index=options["ignored"], reduction=reduction),
            )
    score = [numbers(2, 3)]
    wanted = torch.tensor([[0.0, 1.0, 0.5], [1.0, 0.0, 1.0]])
    for weight in (None, torch.tensor([1.0, 3.0, 0.25])):
        for positive in (None, torch.tensor([2.0, 0.5, 4.0])):
            if weight is None and positive is None:
                continue
            case(
                "weightedLogistic",
                score,
                {
                    "target": plain(wanted),
                    "weight": None if weight is None else plain(weight),
                    "positive": None if positive is None else plain(positive),
                    "reduction": reduction,
                },
                lambda x: F.binary_cross_entropy_with_logits(x, wanted, weight, reduction=reduction, pos_weight=positive),
            )
    shares = torch.tensor([[0.25, 0.5, 0.0], [1.0, 0.9, 0.125]])
    heavy = torch.tensor([[1.0, 2.0, 0.5], [1.0, 0.0, 3.0]])
    case(
        "weightedEntropy",
        [shares],
        {"target": plain(wanted), "weight": plain(heavy), "reduction": reduction},
        lambda x: F.binary_cross_entropy(x, wanted, heavy, reduction=reduction),
    )

print(json.dumps(cases))
