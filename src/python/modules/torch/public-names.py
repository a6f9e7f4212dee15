#!/usr/bin/env python3
"""Write public-names.ts: the names of PyTorch that a reader may meet and the book's module refuses.

usage, with the PyTorch that the book follows:
npm run --silent py -- src/python/modules/torch/offered.py | python3 public-names.py > public-names.ts

Left out, for the sake of size, are names for other machines, for quantised and traced programs, and internals; reading
one of those raises AttributeError.
"""
import re
import sys

import torch

SPACES = {
    "torch": torch,
    "nn": torch.nn,
    "functional": torch.nn.functional,
    "linalg": torch.linalg,
    "autograd": torch.autograd,
    "Tensor": torch.Tensor,
    "Module": torch.nn.Module,
}

# Names that are there only because a file imports them.
IMPORTED = """annotations inspect math os sys warnings functools importlib threading textwrap ctypes glob platform cast
overload builtins torch np grad_mode functional utils boolean_dispatch handle_torch_function has_torch_function
has_torch_function_unary has_torch_function_variadic common_types forward_ad anomaly_mode profiler_legacy
profiler_util kineto_available supported_activities factory_kwargs""".split()

RARE = re.compile(
    r"^(sym_|fbgemm|miopen|cudnn|mkldnn|mps_|xpu|ipu|mtia|q_per|q_scale|q_zero|quantize|dequantize|fake_quant|fused_|"
    r"is_(vulkan|xla|xpu|ipu|meta|mps|mtia|maia|mkldnn|quantized|distributed|inference|autocast|anomaly|deterministic|"
    r"warn|vulkan|autograd|shared|same|signed|neg|conj|set)|autocast|set_(autocast|warn|anomaly|deterministic|vital|flush)|"
    r"get_(autocast|deterministic|file|rng|num_inter|float32)|clear_autocast|refine|align_|ccol|crow|row_ind|col_ind|"
    r"sparse_|sspaddmm|smm|hspmm|hsmm|coalesce|indices|values|to_mkldnn|to_sparse|to_padded|narrow_copy|"
    r"embedding_renorm|native_|rnn_|gru_|lstm_|quantized|nuclear_norm|frobenius_norm|norm_except|parse_|"
    r"read_vital|unify_|wait|fork|merge_type|import_ir|init_num|vitals|resolve_|unsafe_|binomial|constant_pad|"
    r"has_|bits|u?int[1-7]$|float8|quint|qint|per_|batch_norm_|Lazy|Broadcasting|GRID|Profiler|NestedIO|Saved|Uninit|"
    r"choose_qparams|int_repr|segment_reduce|prelu_|feature_|alpha_dropout_|cpp|candidate|compiled_|are_det)|"
    r"(_copy|_batch_rule|_scatter|_with_indices|_out|Storage|Type|Error|Graph|Stmt|Info|Fork|Future|_per_channel|_per_tensor|_notes|List|Optional|Tuple|Union|Callable|TYPE_CHECKING|Sequence)$"
)


def public(space):
    names = [name for name in dir(space) if not name.startswith("_")]
    if space is torch.nn.Module:
        names += torch.nn.Module().__dict__
    if space is torch:
        names = [name for name in names if name[0].islower() or name in ("Generator", "FloatTensor", "LongTensor")]
    return [name for name in names if not name.startswith("_") and name not in IMPORTED and not RARE.search(name)]


offered = {space: set(names) for space, *names in map(str.split, sys.stdin)}

print("/** Public names of PyTorch %s that are not offered here; written by public-names.py. */" % torch.__version__.split("+")[0])
print("const NAMES = {")
for key, space in SPACES.items():
    print("  %s:" % key)
    print("    '%s'," % " ".join(name for name in dict.fromkeys(public(space)) if name not in offered[key]))
print("} as const;")
print("""
/** What the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}""")
