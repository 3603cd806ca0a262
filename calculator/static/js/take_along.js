// Copies the link with the answers. Without this script the field can be copied by hand.
"use strict";

const showCopyButtons = () => {
  for (const button of document.querySelectorAll("[data-copy][hidden]")) {
    button.hidden = false;
  }
};
showCopyButtons();
// an outcome that came in later
document.addEventListener("site:arrived", showCopyButtons);

const copied = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // not allowed, or a browser without it: then there is the way of before
    field.select();
    return document.execCommand("copy");
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) {
    return;
  }
  const done = await copied(document.getElementById(button.dataset.copy));
  const status = document.getElementById(button.dataset.says);
  status.textContent = "";
  // a second time is said again
  requestAnimationFrame(() => {
    status.textContent = done ? status.dataset.copied : status.dataset.failed;
  });
});
