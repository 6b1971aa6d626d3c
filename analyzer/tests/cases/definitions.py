"""Finds where functions are defined in C and C++ sources, without a compiler.

Takes the text of a source; gives (name, line, has_reason) for each definition of a function with
a body.  The name is the last part of a qualified one: `run` for `core::Job::run`, `~Job` for a
destructor.  It does not preprocess: both branches of an #if are read.  Good enough for test cases,
which are short and formatted in the usual way.
"""
import re
from typing import NamedTuple

TOKEN = re.compile(r"~?[A-Za-z_]\w*|::|->|\d[\w.']*|[^\s\w]")
# Blanks keep the line structure, so that offsets still give lines.
NOISE = re.compile(
    r"//(?:\\\n|[^\n])*|/\*.*?\*/"
    r'|(?:u8|[uUL])?R"(?P<raw>[^\s()\\]{0,16})\(.*?\)(?P=raw)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])*'",
    re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*(\w*)(?:\\\n|[^\n])*", re.MULTILINE)
# Words before a parenthesis that never name a function that is being defined.
NOT_A_NAME = frozenset("""if for while switch catch return sizeof alignof alignas decltype noexcept
    __attribute__ __declspec _Alignas _Static_assert static_assert asm __asm__ requires throw
    defined __except do else new delete void bool char short int long float double unsigned signed
    const auto""".split())
# A line that cannot belong to the declaration below it.
ABOVE = re.compile(r"[;{}]\s*$|^\s*#|\*/\s*$|^\s*//")
SCOPES = frozenset(["namespace", "class", "struct", "union", "enum", "extern"])


class Definition(NamedTuple):
    name: str
    line: int         # where the name stands
    has_reason: bool  # a comment stands right above


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def blank_string(match):
    """A string stays visible as one token (`extern "C"`), a comment vanishes."""
    text = match.group()
    if text.startswith("/"):
        return blank(match)
    return '"' + re.sub(r"[^\n]", " ", text[1:])


def tokens_of(text):
    """Yields (token, offset); the directives of conditional compilation come as `#if` and so on."""
    text = NOISE.sub(blank_string, text)
    directives = {m.start(): "#" + m.group(1) for m in DIRECTIVE.finditer(text)}
    text = DIRECTIVE.sub(blank, text)
    found = [(m.start(), m.group()) for m in TOKEN.finditer(text)]
    for offset, token in sorted(found + list(directives.items())):
        yield token, offset


def without_template_head(head):
    """The tokens behind `template <...>`, however many of these there are."""
    while head and head[0][0] == "template":
        depth = 0
        for i, (token, _) in enumerate(head):
            depth += (token == "<") - (token == ">")
            if token == ">" and depth == 0:
                break
        head = head[i + 1:]
    return head


def operator_name(head):
    """The (name, offset) of an operator function: `operator()`, `operator bool`; None if none."""
    words = [token for token, _ in head]
    if "operator" not in words:
        return None
    start = words.index("operator")
    if "(" not in words[start:]:
        return None
    end = start + 3 if words[start + 1:start + 3] == ["(", ")"] else words.index("(", start)
    name = "".join(" " + w if w[0].isalpha() else w for w in words[start + 1:end])
    return "operator" + name, head[start][1]


def parameter_list_name(head):
    """The (name, offset) of the function in the tokens of a declaration head, or None: what stands
    before the first parameter list."""
    head = without_template_head(head)
    depth = 0
    if not head or head[0][0] == ",":  # between two member initialisers
        return None
    for i, (token, _) in enumerate(head):
        if token == "operator" and depth == 0:
            return operator_name(head)
        if token == "=" and depth == 0:
            return None
        if token == "(" and depth == 0 and i > 0:
            name, offset = head[i - 1]
            if re.match(r"~?[A-Za-z_]", name) and name not in NOT_A_NAME:
                return name, offset
        depth += (token in "([") - (token in ")]")
    return None


def opens_scope(head):
    """Whether a brace after these tokens opens a namespace, a class or extern "C"."""
    words = [token for token, _ in without_template_head(head)]
    if words[:1] == ["extern"] and words[1:2] == ['"'] and len(words) == 2:
        return True
    return any(word in SCOPES - {"extern"} for word in words) and parameter_list_name(head) is None


def bodies_of(text):
    """Yields (name, offset) of each function that has a body."""
    open_braces = []  # of each open brace: whether definitions can stand in it
    saved = []        # at each open #if: the state there
    head = []
    for token, offset in tokens_of(text):
        if token.startswith("#") and len(token) > 1:
            if token.startswith("#if"):
                saved.append((list(open_braces), list(head)))
            elif token.startswith("#el") and saved:
                open_braces, head = list(saved[-1][0]), list(saved[-1][1])
            elif token == "#endif" and saved:
                saved.pop()
        elif token == "{":
            here = all(open_braces)
            scope = here and opens_scope(head)
            if here and not scope:
                named = parameter_list_name(head)
                if named:
                    yield named
            # `: member{value}` before a constructor's body is no body, but ends the head as one.
            open_braces.append(scope)
            head = []
        elif token == "}":
            if open_braces:
                open_braces.pop()
            head = []
        elif not all(open_braces):
            continue
        elif token == ";":
            head = []
        elif token == ":" and [t for t, _ in head] in (["public"], ["private"], ["protected"]):
            head = []
        else:
            head.append((token, offset))


def has_comment_above(lines, line):
    """Whether the declaration whose name stands in `line` follows a comment immediately."""
    i = line - 2
    # A return type, a template head or an attribute may stand on lines of their own.
    while i >= 0 and lines[i].strip() and not ABOVE.search(lines[i]):
        i -= 1
    return i >= 0 and re.search(r"^\s*//\s*\w|\w.*\*/\s*$", lines[i]) is not None


def definitions_of(text):
    """All definitions of functions in a source, in the order of the text."""
    lines = text.splitlines()
    found = []
    for name, offset in bodies_of(text):
        line = text.count("\n", 0, offset) + 1
        found.append(Definition(name, line, has_comment_above(lines, line)))
    return found
