import pytest

from microsite.html.modules import ScriptError, join_modules

MODULES = {
    "entry": 'import { b } from "./parts/b.js";\nimport { c } from "./parts/c.js";\n\nb(c);\n',
    "parts/b": 'import { c } from "./c.js";\n\nexport function b(d) {\n  return c + d;\n}\n',
    "parts/c": "/** A number. */\nexport const c = 1;\n",
}


def joined(**changed: str) -> str:
    modules = MODULES | {name.replace("__", "/"): code for name, code in changed.items()}

    def read(name: str) -> str:
        if name not in modules:
            raise FileNotFoundError(name)
        return modules[name]

    return join_modules("entry", read)


def test_each_module_stands_once_and_before_those_that_import_it() -> None:
    code = joined()
    assert [code.count(part) for part in ("const c = 1;", "function b(d)", "b(c);")] == [1, 1, 1]
    assert code.index("const c = 1;") < code.index("function b(d)") < code.index("b(c);")


def test_nothing_of_it_is_seen_outside() -> None:
    code = joined()
    assert code.startswith('(function () {\n"use strict";\n')
    assert code.endswith("})();\n")
    assert "import" not in code
    assert "export" not in code


def test_a_script_that_imports_nothing_is_left_as_it_is() -> None:
    assert joined(entry="let a = 1;\n") == "let a = 1;\n"


def test_a_circle_of_imports_ends() -> None:
    code = joined(parts__c='import { b } from "./b.js";\nexport const c = () => b;\n')
    assert code.count("const c = () => b;") == 1


@pytest.mark.parametrize(
    "line",
    [
        'import c from "./c.js";',
        'import * as c from "./c.js";',
        'import { c as d } from "./c.js";',
        'import { c } from "c";',
        'import { c } from "./c.js"',
        'import "./c.js";',
        "export default 1;",
        "export { c };",
        'export * from "./c.js";',
        "export var c = 1;",
    ],
)
def test_other_forms_are_refused_with_their_line(line: str) -> None:
    with pytest.raises(ScriptError, match=r"parts/b\.js:2: expected `import .*found `") as refused:
        joined(parts__b=f"// first\n{line}\nexport const b = 1;\n")
    assert str(refused.value).endswith(f"found `{line}`")


def test_a_module_that_is_not_there_is_named_with_the_line_that_asks_for_it() -> None:
    with pytest.raises(ScriptError, match=r"parts/b\.js:3: expected a script, found none at parts/d\.js"):
        joined(parts__b='\n\nimport { d } from "./d.js";\nexport const b = d;\n')


def test_one_name_for_two_things_is_refused() -> None:
    with pytest.raises(ScriptError, match=r"parts/b\.js: c is declared in parts/c\.js too"):
        joined(parts__b='import { c } from "./c.js";\nexport const b = c;\nfunction c() {}\n')


def test_the_word_import_inside_a_line_is_no_import() -> None:
    assert "// import it" in joined(parts__c="// import it\nexport const c = 1;\n/** @import { A } from './a.js' */\n")
