"""The machine's Chromium, headless, with no way off this machine and nothing of its own to do."""

import sys

from playwright.sync_api import Browser, Playwright

from support.fonts import FontSet, only_fonts
from support.needs import need_chromium, need_library

# The popup of the address bar is a page too, and costs half a second for each new reader.
_UNSEEN = "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
# Only the last such list counts, so it says again what Playwright turns off.
_TURNED_OFF = (
    f"--disable-features={_UNSEEN},AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,"
    "NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,ThirdPartyStoragePartitioning"
)
_ALONE = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",  # in a container /dev/shm is too small for a browser
    _TURNED_OFF,
    # No name is ever looked up, so nothing can leave, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def launch_chromium(playwright: Playwright, *, fonts: FontSet = "wide") -> Browser:
    """Start it with one set of fonts; the widest shows first where a layout breaks.

    Fails with the line that installs what is missing.
    """
    chromium = need_chromium()
    if sys.platform == "linux":
        need_library("libatomic.so.1", package="libatomic1")  # Playwright's own Node is linked with it
    env = only_fonts(fonts) if sys.platform == "linux" else None
    return playwright.chromium.launch(executable_path=chromium, args=_ALONE, env=env)
