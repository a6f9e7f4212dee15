"""Records, for each program, what every expression in it came to and what the slots of its notes are worth.

Reads from standard input {"recorder": source, "slots": source, "program": source, "notes": {line: [{"expression",
"format"?}]}}: the two sources are those of ../record.py and src/slots/evaluate/describe.ts, whose steps and values these are.
Writes {"versions", "source", "stdout", "exception", "statements", "expressions", "steps", "slots"} to standard
output. README.md beside this file says what is in them.
"""
import ast
import json
import sys
import types


def module(name, source):
    made = types.ModuleType(name)
    exec(compile(source, name, "exec"), made.__dict__)
    return made


request = json.load(sys.stdin)
recorder = module("recorder", request["recorder"])
slots = module("slots", request["slots"])
LITERALS = (ast.Constant, ast.List, ast.Tuple, ast.UnaryOp)
OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**", ast.FloorDiv: "//",
    ast.Mod: "%", ast.USub: "-", ast.UAdd: "+", ast.Not: "not", ast.Invert: "~", ast.Eq: "==", ast.NotEq: "!=",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in", ast.Is: "is",
    ast.IsNot: "is not",
}


def is_literal(node):
    return isinstance(node, LITERALS) and all(
        is_literal(child) for child in ast.iter_child_nodes(node)
        if not isinstance(child, (ast.expr_context, ast.unaryop)))


def index_pattern(node):
    """`W[:, 1]` is written [:, j], as the reference names it."""
    items = node.elts if isinstance(node, ast.Tuple) else [node]
    letters = iter("ijk" if len(items) > 1 or not isinstance(items[0], ast.Slice) else ":")
    parts = []
    for item in items:
        letter = next(letters, "k")
        parts.append(":" if isinstance(item, ast.Slice) else letter)
    return "[%s]" % ", ".join(parts)


class Instrument(ast.NodeTransformer):
    """Wraps each expression whose value counts in a call that reports it."""

    def __init__(self, source, modules):
        self.source, self.modules, self.expressions = source, modules, []

    def add(self, node, wrapped, kind, inputs, **more):
        number = len(self.expressions)
        self.expressions.append({
            "kind": kind, "text": ast.get_source_segment(self.source, node),
            "from": [node.lineno, node.col_offset + 1], "to": [node.end_lineno, node.end_col_offset + 1],
            "inputs": [given for given in inputs if given is not None], **more})
        call = ast.Call(ast.Name("__ev", ast.Load()), [ast.Constant(number), wrapped], [])
        ast.copy_location(call, node)
        call.number = number
        return call

    def number_of(self, node):
        return getattr(node, "number", None)

    def dotted(self, node):
        """The text of a name that is looked up in a module, `np.linalg.norm`."""
        root = node
        while isinstance(root, ast.Attribute):
            root = root.value
        named = isinstance(root, ast.Name) and root.id in self.modules
        return ast.unparse(node) if named else None

    def visit_expr(self, node):
        if is_literal(node) and not isinstance(getattr(node, "ctx", None), ast.Store):
            return self.add(node, node, "literal", [])
        return super().visit(node)

    def visit(self, node):
        return self.visit_expr(node) if isinstance(node, ast.expr) else super().visit(node)

    def visit_Expr(self, node):
        # A docstring, or another constant that stands alone, is not executed.
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load) and node.id not in self.modules:
            return self.add(node, node, "name", [])
        return node

    def visit_BinOp(self, node):
        left, right = self.visit(node.left), self.visit(node.right)
        made = ast.copy_location(ast.BinOp(left, node.op, right), node)
        return self.add(node, made, "binary", [self.number_of(left), self.number_of(right)],
                        operator=OPERATORS[type(node.op)])

    def visit_UnaryOp(self, node):
        operand = self.visit(node.operand)
        made = ast.copy_location(ast.UnaryOp(node.op, operand), node)
        return self.add(node, made, "unary", [self.number_of(operand)], operator=OPERATORS[type(node.op)])

    def visit_Compare(self, node):
        left, right = self.visit(node.left), [self.visit(c) for c in node.comparators]
        made = ast.copy_location(ast.Compare(left, node.ops, right), node)
        return self.add(node, made, "compare", [self.number_of(n) for n in (left, *right)],
                        operator=OPERATORS[type(node.ops[0])])

    def visit_Attribute(self, node):
        if not isinstance(node.ctx, ast.Load) or self.dotted(node):
            return node
        value = self.visit(node.value)
        made = ast.copy_location(ast.Attribute(value, node.attr, node.ctx), node)
        return self.add(node, made, "attribute", [self.number_of(value)], name=node.attr)

    def visit_Subscript(self, node):
        value = self.visit(node.value)
        items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        made_items = [item if isinstance(item, ast.Slice) else self.visit(item) for item in items]
        made_slice = ast.Tuple(made_items, ast.Load()) if isinstance(node.slice, ast.Tuple) else made_items[0]
        ast.copy_location(made_slice, node.slice)
        made = ast.copy_location(ast.Subscript(value, made_slice, node.ctx), node)
        if not isinstance(node.ctx, ast.Load):
            return made
        return self.add(node, made, "subscript", [self.number_of(n) for n in (value, *made_items)],
                        name=index_pattern(node.slice))

    def visit_Call(self, node):
        callee, more = node.func, {}
        receiver = None
        if self.dotted(callee):
            more["function"] = self.dotted(callee)
        elif isinstance(callee, ast.Attribute):
            receiver = self.visit(callee.value)
            more["method"] = callee.attr
            callee = ast.copy_location(ast.Attribute(receiver, callee.attr, callee.ctx), callee)
        elif isinstance(callee, ast.Name):
            more["function"] = callee.id
        args = [self.visit(arg) for arg in node.args]
        keywords = [ast.keyword(k.arg, self.visit(k.value)) for k in node.keywords]
        more["keywords"] = [k.arg for k in keywords]
        made = ast.copy_location(ast.Call(callee, args, keywords), node)
        given = [receiver, *args, *(k.value for k in keywords)]
        return self.add(node, made, "call", [self.number_of(n) for n in given], **more)

    def visit_JoinedStr(self, node):
        values, specs, inputs = [], [], []
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                value = self.visit(part.value)
                inputs.append(self.number_of(value))
                specs.append("".join(c.value for c in part.format_spec.values) if part.format_spec else "")
                part = ast.copy_location(ast.FormattedValue(value, part.conversion, part.format_spec), part)
            values.append(part)
        made = ast.copy_location(ast.JoinedStr(values), node)
        return self.add(node, made, "text", inputs, specs=specs)


def statements_of(tree):
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        head = {"line": node.lineno, "end": body[0].lineno - 1 if body else node.end_lineno,
                "kind": type(node).__name__.lower()}
        if body:
            head["end"] = max(node.lineno, head["end"])
            head["body"] = [body[0].lineno, node.end_lineno]
        if isinstance(node, (ast.Assign, ast.For, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            head["targets"] = [ast.unparse(t) for t in targets]
            items = [index_pattern(t.slice) for t in targets if isinstance(t, ast.Subscript)]
            if items:
                head["items"] = items
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            head["targets"] = [a.asname or a.name.split(".")[0] for a in node.names]
        found.append(head)
    return sorted(found, key=lambda head: head["line"])


class ExpressionRecorder(recorder.Recorder):
    def __init__(self, source, notes):
        super().__init__(source)
        self.notes = {int(line): wanted for line, wanted in notes.items()}
        self.answers = {}
        tree = ast.parse(source)
        self.statements = statements_of(tree)
        modules = {name for s in self.statements if s["kind"].startswith("import") for name in s["targets"]}
        self.instrument = Instrument(source, modules)

    def report(self, number, value):
        frame = sys._getframe(1)
        step = next(r["step"] for r in reversed(self.stack) if r["frame"] is frame)
        step.setdefault("values", []).append([number, self.describe(value)])
        return value

    def finish(self, rec, frame):
        super().finish(rec, frame)
        step = rec["step"]
        if step is None:
            return
        for slot in self.notes.get(step["line"], ()):
            key = ":".join(filter(None, (slot["expression"], slot.get("format"))))
            try:
                value = eval(compile(slot["expression"], "<slot>", "eval"), frame.f_globals, frame.f_locals)
                answer = json.loads(slots.describe_slot(value, slot.get("format", "")))
            except Exception as error:
                answer = {"error": {"type": type(error).__name__, "message": str(error)}}
            self.answers.setdefault(str(step["line"]), {})[key] = answer

    def run(self):
        """The recorder compiles its own source; it is given the instrumented tree in its place."""
        tree = ast.fix_missing_locations(self.instrument.visit(ast.parse(self.source)))
        code = compile(tree, recorder.FILENAME, "exec")
        recorder.compile = lambda *_: code
        recorder.__dict__["__builtins__"]["__ev"] = self.report
        recording = super().run()
        for step in recording["steps"]:
            if step["line"] in self.notes and str(step["line"]) not in self.answers:
                self.answers[str(step["line"])] = {}
        return {
            "versions": recording["versions"], "source": self.source, "stdout": recording["stdout"],
            "exception": recording["exception"], "statements": self.statements,
            "expressions": self.instrument.expressions, "steps": recording["steps"], "slots": self.answers,
        }


recorder.torch.manual_seed(0)
json.dump(ExpressionRecorder(request["program"], request["notes"]).run(), sys.stdout, ensure_ascii=False)
