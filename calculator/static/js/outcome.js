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

// Enter tries: it doesn't calculate the plan again.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.id === "id_try_amount") {
    event.preventDefault();
    window.htmx.trigger(event.target, "tried");
  }
});

// Who can't see the answer change hears its sentence, and not the whole picture.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "what-if-answer") {
    const wrong = document.getElementById("what-if-problem") !== null;
    const field = document.getElementById("id_try_amount");
    field.setAttribute("aria-invalid", String(wrong));
    field.setAttribute(
      "aria-describedby",
      wrong ? "id_try_amount_unit what-if-problem" : "id_try_amount_unit",
    );
    site.tell(event.detail.target.querySelector("p").textContent.trim());
  }
});

document.addEventListener("site:arrived", ready);
ready();

// A paper takes a second or two to make: say so, and keep the outcome where it is. Where it can't
// be made, the page that explains why comes instead.
const download = async (button) => {
  const form = button.form;
  const body = new URLSearchParams(new FormData(form));
  const done = site.waiting(button);
  try {
    const response = await fetch(button.getAttribute("formaction"), { method: "POST", body });
    if (response.headers.get("Content-Type") !== "application/pdf") {
      site.arrive(await response.text());
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = button.dataset.download;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    site.tell(button.dataset.done);
  } catch {
    site.failed(() => download(button));
  } finally {
    done();
  }
};

document.addEventListener(
  "submit",
  (event) => {
    const button = event.submitter;
    if (button?.hasAttribute("data-download")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      download(button);
    }
  },
  true,
);
