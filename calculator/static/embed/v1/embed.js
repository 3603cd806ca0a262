/*
 * Wat houd ik over? on your own page, version 1.
 *
 *   <script src="https://.../embed/v1/embed.js" data-partner="..." data-municipality="0344"
 *     data-language="nl"></script>
 *
 * Puts a frame where the script stands and keeps it as high as what is in it. It reads nothing of
 * your page, and keeps and sends nothing.
 */
(() => {
  "use strict";

  const script = document.currentScript;
  const site = new URL(script.src).origin;
  const { partner, municipality, language = "nl", title = "Wat houd ik over?" } = script.dataset;
  const LOWEST = 240;
  const HIGHEST = 60_000;
  const NAME = "wat-houd-ik-over";

  const frame = document.createElement("iframe");
  const path = [language, "bij", partner, municipality].filter(Boolean).map(encodeURIComponent);
  frame.src = `${site}/${path.join("/")}/`;
  frame.title = title;
  frame.allow = "clipboard-write";
  frame.referrerPolicy = "no-referrer";
  frame.style.cssText = "display: block; inline-size: 100%; block-size: 40rem; border: 0;";
  script.after(frame);

  // The frame tells how high it is to whom it knows: so it is told first whose page this is.
  let pages = 0;
  frame.addEventListener("load", () => {
    frame.contentWindow.postMessage({ to: NAME, version: 1 }, site);
    pages += 1;
    if (pages > 1) {
      toTop();
    }
  });

  // A new page begins at its beginning, also where somebody had scrolled down.
  const toTop = () => {
    if (frame.getBoundingClientRect().top < 0) {
      frame.scrollIntoView();
    }
  };

  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== site || source !== frame.contentWindow || data?.from !== NAME) {
      return;
    }
    if (Number.isFinite(data.height)) {
      const height = Math.min(Math.max(Math.ceil(data.height), LOWEST), HIGHEST);
      frame.style.blockSize = `${height}px`;
    }
    if (data.arrived === true) {
      toTop();
    }
  });
})();
