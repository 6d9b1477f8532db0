"""A reader who uses everything on a page, and a watch on what the browser refuses meanwhile."""

from playwright.sync_api import Page, expect

from support.waiting import wait_until

# What would stop a script in a headless browser, and the memory of every refusal from the first moment on.
WATCH = """
window.print = () => {};
window.prompt = () => null;
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
# Every kind of control once: a table has the same ones in each row.
_KINDS = """() => {
    const seen = new Set();
    const controls = "header :is(button, summary), main :is(button, summary, input, select)";
    for (const control of document.querySelectorAll(controls)) {
        const words = (control.textContent || "").replace(/[0-9]+/g, "").slice(0, 20);
        const around = control.closest("[class]")?.className;
        const kind = [control.tagName, control.name, control.type, around, words].join("|");
        if (seen.has(kind) || !control.checkVisibility()) continue;
        seen.add(kind);
        control.dataset.used = seen.size;
    }
    return seen.size;
}"""
_USE = """(number) => {
    const control = document.querySelector(`[data-used="${number}"]`);
    if (!control || !control.isConnected) return;
    if (control.matches("select")) { control.selectedIndex = control.options.length - 1; }
    else if (control.matches("[type=search], [type=text], [type=number]")) { control.value = "1"; }
    else { control.click(); return; }
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}"""


def use_everything(page: Page) -> int:
    """Use one control of each kind, open a note, search and follow a result. Returns how many kinds there were."""
    page.keyboard.press("Tab")  # the other scripts come
    wait_until(page, "document.querySelector('[data-theme-switch]')?.ariaPressed")
    kinds = page.evaluate(_KINDS)
    for number in range(1, kinds + 1):
        page.evaluate(_USE, number)
    page.keyboard.press("Escape")
    if page.locator("[data-notes]").count():
        page.locator("main a.mark:visible").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").press_sequentially("sleep")
    expect(page.locator(".search-list a").first).to_be_visible()
    page.keyboard.press("Escape")
    return kinds


def refused(page: Page) -> list[str]:
    """What the browser has refused on the page."""
    return page.evaluate("window.refused")
