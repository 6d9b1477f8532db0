"""One script out of a script and the modules that it imports.

A page is one request, and a page opened from a folder may not load modules, so they are joined when the site is built.
What ES modules allow beyond the forms below is refused: each name stands for one thing in the whole script, so that
joining needs no renaming and no parser.
"""

import posixpath
import re
from collections.abc import Callable, Iterator

_IMPORT = re.compile(r'^import \{ [\w$]+(?:, [\w$]+)* \} from "(?P<path>\.{1,2}/[\w./-]+)\.js";$', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) )", re.M)
_MODULE_LINE = re.compile(r"(?:import|export)\b")
_DECLARED = re.compile(r"^(?:export )?(?:const|let|class|function|async function) ([\w$]+)", re.M)


class ScriptError(ValueError):
    """A script that cannot be put into a page; says which, and what is wrong with it. A hook may show it as it is."""


def join_modules(name: str, read: Callable[[str], str]) -> str:
    """The code of a script together with all that it imports, as one function that is called at once.

    ``name`` is the script's path below the scripts folder, without ``.js``; ``read`` returns the code for such a name
    and raises OSError where there is none. A script that imports nothing is returned as it is. Modules come before
    those that import them; an import of types alone, in a comment, is left where it is.

    Raises ScriptError for a form of import or export that is not joined, a module that is not there, and a name that
    two modules declare.
    """
    modules = dict(_with_imports(name, read, seen=set()))
    if len(modules) == 1:
        return modules[name]
    _refuse_repeated_names(modules)
    joined = "\n".join(_EXPORT.sub("", _IMPORT.sub("", code)) for code in modules.values())
    return f'(function () {{\n"use strict";\n{joined}\n}})();\n'


def _with_imports(name: str, read: Callable[[str], str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """A module after all that it imports, each once; a circle of imports is cut where it closes."""
    seen.add(name)
    code = read(name)
    for at, line in enumerate(code.splitlines(), start=1):
        if match := _IMPORT.fullmatch(line):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), match["path"]))
            if path not in seen:
                try:
                    yield from _with_imports(path, read, seen)
                except FileNotFoundError as error:
                    raise ScriptError(f"{name}.js:{at}: expected a script, found none at {path}.js") from error
        elif _MODULE_LINE.match(line) and not _EXPORT.match(line):
            raise ScriptError(
                f'{name}.js:{at}: expected `import {{ a, b }} from "./file.js";` or `export` before a declaration, '
                f"found `{line}`"
            )
    yield name, code


def _refuse_repeated_names(modules: dict[str, str]) -> None:
    declared: dict[str, str] = {}
    for module, code in modules.items():
        for name in _DECLARED.findall(code):
            if name in declared:
                raise ScriptError(f"{module}.js: {name} is declared in {declared[name]}.js too, and both are joined")
            declared[name] = module
