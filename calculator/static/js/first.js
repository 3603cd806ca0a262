// Before the first line is drawn: one question at a time, so that the whole form doesn't flash by.
// Who has no JavaScript, or whose connection fails before the rest came in, gets the whole form.
"use strict";

if (location.hash !== "#alles") {
  document.documentElement.classList.add("one-by-one");
  addEventListener("load", () => {
    if (!("road" in document.documentElement.dataset)) {
      document.documentElement.classList.remove("one-by-one");
    }
  });
}
