// Trying other hours or another wage: buttons, and a slider beside the field.
"use strict";

const trying = () => document.querySelector("[data-what-if]");

// The field takes what people type; the slider what a computer writes.
const typed = (text) => Number(text.replace(/[^\d,.-]/g, "").replace(",", "."));

const ready = () => {
  const part = trying();
  for (const hidden of part?.querySelectorAll("[hidden]") ?? []) {
    hidden.hidden = false;
  }
};

const tryOut = (value) => {
  const field = document.getElementById("id_try_amount");
  const slider = trying().querySelector("[type='range']");
  field.value = String(Math.max(0, value));
  slider.value = field.value;
  window.htmx.trigger(field, "tried");
};

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-press]");
  if (pressed) {
    const step = Number(trying().dataset.whatIf);
    const now = typed(document.getElementById("id_try_amount").value) || 0;
    const way = Number(pressed.dataset.press);
    // to the next whole step, not past it
    tryOut(way > 0 ? (Math.floor(now / step) + 1) * step : (Math.ceil(now / step) - 1) * step);
  }
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-what-if] [type='range']")) {
    tryOut(Number(event.target.value));
  } else if (event.target.id === "id_try_amount") {
    trying().querySelector("[type='range']").value = typed(event.target.value) || 0;
  }
});

document.addEventListener("site:arrived", ready);
ready();
