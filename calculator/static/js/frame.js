// Within the page of a partner: says how high this page is, to that partner's pages alone.
"use strict";

const NAME = "wat-houd-ik-over";
const { origins } = document.documentElement.dataset;

// https://*.gemeente.nl is every host below gemeente.nl
const isPartner = (origin) =>
  origins.split(" ").some((one) => {
    const [scheme, below] = one.split("//*.");
    return below
      ? origin.startsWith(`${scheme}//`) && origin.endsWith(`.${below}`)
      : one === origin;
  });

let holder = null;

const tell = (message) => {
  if (holder !== null) {
    window.parent.postMessage({ from: NAME, ...message }, holder);
  }
};

const height = () => Math.ceil(document.body.getBoundingClientRect().height);

addEventListener("message", ({ origin, source, data }) => {
  if (source === window.parent && data?.to === NAME && isPartner(origin)) {
    holder = origin;
    tell({ height: height() });
  }
});

new ResizeObserver(() => tell({ height: height() })).observe(document.body);
document.addEventListener("site:arrived", () => tell({ height: height(), arrived: true }));
