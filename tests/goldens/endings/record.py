#!/usr/bin/env python3
"""Record how short programs end in real Python: what they print, the last lines of the traceback, the warnings.

usage: OMP_NUM_THREADS=1 python3 record.py < programs.txt > recorded.json

In programs.txt a line `## title` begins a program. The last lines of its traceback are those that name the exception, with
"Did you mean" and what else CPython adds there. A warning is `Category: message`, once; where it was triggered in the
library is left out, because that differs between builds.
"""
import contextlib
import io
import json
import os
import re
import sys
import traceback
import types
import warnings

import numpy  # noqa: F401, imported once for all processes
import torch  # noqa: F401

TRIGGERED = re.compile(r" \(Triggered internally at [^)]*\)$")


def run(program):
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    printed = io.StringIO()
    ending = None
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(printed):
        warnings.simplefilter("always")
        try:
            exec(compile(program, "<program>", "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            # Without this file's own frame, so that the frame which raised is the innermost, as in a run of its own.
            error.__traceback__ = error.__traceback__.tb_next
            told = traceback.TracebackException.from_exception(error)
            told.lineno = told.text = None
            ending = "".join(told.format_exception_only()).removesuffix("\n")
    warned = ["%s: %s" % (each.category.__name__, TRIGGERED.sub("", str(each.message))) for each in caught]
    return {"stdout": printed.getvalue(), "ending": ending, "warnings": list(dict.fromkeys(warned))}


def in_a_process_of_its_own(program):
    # PyTorch gives some warnings once in a process.
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w") as pipe:
            json.dump(run(program), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        found = json.load(pipe)
    os.waitpid(child, 0)
    return found


programs = []
for line in sys.stdin.read().split("\n"):
    if line.startswith("## "):
        programs.append({"title": line[3:], "lines": []})
    elif line.strip():
        programs[-1]["lines"].append(line)
recorded = []
for each in programs:
    source = "\n".join(each["lines"]) + "\n"
    recorded.append({"title": each["title"], "source": source, **in_a_process_of_its_own(source)})
json.dump(recorded, sys.stdout, indent=1, ensure_ascii=False)
sys.stdout.write("\n")
