#!/usr/bin/env python3
"""Write public-names.ts: the names of PyTorch that a reader may meet, of which the book's module refuses those it lacks.

usage: python3 public-names.py > public-names.ts   (with the PyTorch that the book follows)

Left out, for the sake of size, are names for other machines, for quantised and traced programs, and internals; reading
one of those raises AttributeError.
"""
import re

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


names = {key: public(space) for key, space in SPACES.items()}
tensor, modules = set(names["Tensor"]), set(names["torch"])
# A function that is also a method is listed once, a method that has a twin writing in place as well.
shared = [name for name in names["torch"] if name in tensor and not (name[-1] == "_" and name[:-1] in modules)]
lists = {
    "twins": [name for name in shared if name + "_" in tensor],
    "shared": [name for name in shared if name + "_" not in tensor],
    **names,
    "torch": [name for name in names["torch"] if name not in tensor and name.rstrip("_") not in tensor],
    "Tensor": [name for name in names["Tensor"] if name not in modules and name.rstrip("_") not in shared],
}

print("/** Public names of PyTorch %s; written by public-names.py. */" % torch.__version__.split("+")[0])
print("const NAMES = {")
for key, listed in lists.items():
    print("  %s:" % key)
    print("    '%s'," % " ".join(dict.fromkeys(listed)))
print("} as const;")
print("""
const read = (space: keyof typeof NAMES): string[] => NAMES[space].split(' ');

/** What the real module or class has; those that are defined here as well are found before this list is asked. */
export function publicNames(space: Exclude<keyof typeof NAMES, 'twins' | 'shared'>): readonly string[] {
  if (space !== 'torch' && space !== 'Tensor') return read(space);
  const twins = read('twins');
  return [...twins, ...twins.map((name) => `${name}_`), ...read('shared'), ...read(space)];
}""")
