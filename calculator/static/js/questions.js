// The questions: one at a time, and drawn again as soon as an answer decides which ones follow.
// Without this script they are one long form.
"use strict";

const root = document.documentElement;
const questionsForm = () => document.getElementById("questions");
const sections = () => document.getElementById("sections");
const onOutcome = () => document.getElementById("answer") !== null;
const road = (name) => document.querySelector(`[data-road='${name}']`);
const oneByOne = () => root.classList.contains("one-by-one") && sections() !== null;

const steps = () => [...sections().querySelectorAll(".question")];
const stepAt = (name) => steps().find((step) => step.dataset.step === name);
const now = () => sections().querySelector(".question--now");
const sectionOf = (step) => step.closest(".question-section");
const mode = () => questionsForm().elements.mode.value;
const address = () => questionsForm().getAttribute("action");
const isWrong = (step) => step.querySelector("[aria-invalid='true'], .ams-error-message") !== null;

// --- Keeping what was answered --------------------------------------------------------------

const keep = () => {
  const form = questionsForm();
  if (!form) {
    return;
  }
  const said = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  site.kept.write(said, onOutcome() ? "" : form.elements.at.value);
};

const bringBack = async ({ said, step }) => {
  const body = new URLSearchParams(said);
  body.delete("page");
  if (step) {
    body.set("change", step);
  }
  const done = site.waiting();
  try {
    const response = await fetch(questionsForm().getAttribute("action"), { method: "POST", body });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    site.arrive(await response.text());
  } catch {
    site.failed(() => bringBack({ said, step }));
  } finally {
    done();
  }
};

// --- One question at a time -----------------------------------------------------------------

// Where a keyboard is, typing can start at once; on a phone the question must stay in sight.
const focusOn = (step) => {
  const wrong = step.querySelector("[aria-invalid='true']");
  const typed = step.querySelector("input[type='text'], select");
  const first = wrong || (matchMedia("(pointer: fine)").matches && typed);
  const question = step.querySelector("legend, label");
  if (!first && question) {
    question.tabIndex = -1;
  }
  (first || question || step).focus({ preventScroll: true });
  window.scrollTo(0, 0);
};

const isLast = (step) => steps().at(-1) === step && sections().querySelector("[value='calculate']");
const endsSection = (step) => sectionOf(step).querySelector(".question:last-child") === step;
const thenCalculates = (step) =>
  isLast(step) || mode() === "one" || (mode() === "section" && endsSection(step));

let heard = "";

const show = (step, { focus = true } = {}) => {
  for (const one of steps()) {
    one.classList.toggle("question--now", one === step);
  }
  const section = sectionOf(step);
  for (const one of sections().querySelectorAll(".question-section")) {
    one.classList.toggle("question-section--now", one === section);
  }
  const within = [...section.querySelectorAll(".question")];
  section.querySelector("progress").value =
    Number(section.dataset.part) - 1 + within.indexOf(step) / within.length;
  questionsForm().elements.at.value = step.dataset.step;
  const next = road("next");
  next.textContent = thenCalculates(step) ? next.dataset.calculate : next.dataset.next;
  road("on").hidden = mode() === "" || isLast(step) || !thenCalculates(step);
  road("back").hidden = steps()[0] === step;
  const question = step.querySelector("legend, label");
  const title = section.querySelector("h2");
  document.title = [question, title, questionsForm().dataset.site]
    .map((part) => (part.textContent ?? part).trim())
    .join(" – ");
  if (focus) {
    focusOn(step);
    // who hears the page is told once which part this is
    if (heard !== section.dataset.part) {
      heard = section.dataset.part;
      site.tell(section.querySelector("header").textContent.replace(/\s+/g, " ").trim());
    }
  }
  keep();
};

const go = (step) => {
  history.pushState({ step: step.dataset.step, depth: (history.state?.depth ?? 0) + 1 }, "");
  show(step);
};

const calculate = () => {
  questionsForm().dataset.calculating = "";
  questionsForm().requestSubmit();
};

let asking = false;

// Asks whether the question that is shown was answered well, and which questions there are now.
const next = async ({ onwards = false } = {}) => {
  if (asking) {
    return;
  }
  asking = true;
  const step = now();
  const names = new Set([...step.querySelectorAll("[name]")].map((control) => control.name));
  const body = new URLSearchParams(new FormData(questionsForm()));
  body.set("check", [...names].join(" "));
  const done = site.waiting(road(onwards ? "on" : "next"));
  let text = null;
  try {
    const response = await fetch(sections().dataset.questionsUrl, { method: "POST", body });
    text = response.ok ? await response.text() : null;
  } catch {
    text = null;
  } finally {
    done();
    asking = false;
  }
  if (text === null) {
    site.failed(() => next({ onwards }));
    return;
  }
  document.getElementById("no-connection").hidden = true;
  const answer = new DOMParser().parseFromString(text, "text/html").getElementById("sections");
  sections().replaceWith(answer);
  window.htmx.process(answer);
  const here = stepAt(step.dataset.step) ?? steps()[0];
  if (isWrong(here)) {
    show(here);
    return;
  }
  const following = steps()[steps().indexOf(here) + 1];
  if (!following || (!onwards && thenCalculates(here))) {
    show(here, { focus: false });
    calculate();
  } else {
    go(following);
  }
};

const back = () => {
  const before = steps()[steps().indexOf(now()) - 1];
  if (history.state?.depth > 0) {
    history.back();
  } else if (before) {
    show(before);
  }
};

const buttons = (on) => {
  for (const part of document.querySelectorAll(".road-buttons, .road-switch")) {
    part.hidden = part.classList.contains("road-buttons") && !on;
  }
  const change = road("switch");
  change.textContent = on ? change.dataset.all : change.dataset.one;
};

// Begins where the server says, or where somebody was; a page with errors first lists them.
const begin = ({ focus = true } = {}) => {
  if (!sections()) {
    return;
  }
  buttons(oneByOne());
  if (!oneByOne()) {
    return;
  }
  const step = stepAt(questionsForm().dataset.start) ?? steps()[0];
  // of its own: a reload must not send a form again, and a link that was opened is done with
  history.replaceState({ ...history.state, step: step.dataset.step }, "", address());
  const listed = document.getElementById("error-summary-title");
  show(step, { focus: focus && !listed });
  listed?.focus();
};

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-road]");
  const what = pressed?.dataset.road;
  if (what === "next") {
    next();
  } else if (what === "on") {
    next({ onwards: true });
  } else if (what === "back") {
    back();
  } else if (what === "switch") {
    root.classList.toggle("one-by-one");
    buttons(oneByOne());
    if (oneByOne()) {
      show(stepAt(questionsForm().elements.at.value) ?? steps()[0]);
    }
  }
});

// A link to a question, from the list of errors: the question has to be there first.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#id_']");
  const step = link && oneByOne() && document.querySelector(link.hash)?.closest(".question");
  if (step) {
    event.preventDefault();
    show(step, { focus: false });
    document.querySelector(link.hash).focus();
  }
});

// Enter in a field goes on to the next question.
document.addEventListener(
  "submit",
  (event) => {
    const form = questionsForm();
    if (event.target !== form || !oneByOne()) {
      return;
    }
    const goesOn = !event.submitter || !event.submitter.name;
    if (goesOn && !("calculating" in form.dataset)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      next();
    }
  },
  true,
);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt.id === "questions") {
    delete event.detail.elt.dataset.calculating;
  }
});

// --- Some answers decide which questions follow ---------------------------------------------
//
// Draw the questions again as soon as one changes. While the request is on its way somebody may
// go on typing: then what comes back is too old, is not used, and the questions are asked for
// again. A press of the mouse or a finger is never cut off either: what is pressed has to be
// there until it is let go. Nothing typed is lost.
const asText = (formData) => new URLSearchParams(formData).toString();

const refreshQuestions = () => {
  if (sections() && !asking && window.htmx) {
    window.htmx
      .ajax("POST", sections().dataset.questionsUrl, {
        source: questionsForm(),
        target: "#sections",
        select: "#sections",
        swap: "outerHTML",
      })
      .catch(() => {}); // a request that a newer one replaced
  }
};

document.addEventListener("change", (event) => {
  if (event.target.closest("#questions") && sections()) {
    keep();
    if (event.target.closest("[data-refresh]")) {
      refreshQuestions();
    }
  }
});

// "I don't know" and an answer don't go together: the last of the two counts.
const UNKNOWN = "_unknown";

document.addEventListener("input", ({ target }) => {
  const box = target.form?.elements[`${target.name}${UNKNOWN}`];
  if (box?.checked && target.value.trim() !== "") {
    box.checked = false;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
});

document.addEventListener(
  "change",
  ({ target }) => {
    const about = target.name?.endsWith(UNKNOWN) && target.name.slice(0, -UNKNOWN.length);
    const field = about && target.form?.elements[about];
    if (field?.type !== "text") {
      return;
    }
    if (target.checked) {
      target.dataset.typed = field.value;
      field.value = "";
    } else if (field.value === "" && target.dataset.typed) {
      field.value = target.dataset.typed;
    }
  },
  true,
);

let pressed = false;
document.addEventListener("pointerdown", () => {
  pressed = true;
});
for (const release of ["pointerup", "pointercancel"]) {
  document.addEventListener(release, () => {
    // the click that belongs to it comes first
    setTimeout(() => {
      pressed = false;
    });
  });
}

const shownIn = (part) => part.querySelector("#sections [name='shown']")?.value;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "sections" || !questionsForm()) {
    return;
  }
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  if (asking || shownIn(answer) === shownIn(document)) {
    event.detail.shouldSwap = false; // the same questions: leave them alone
  } else if (asText(new FormData(questionsForm())) !== asText(event.detail.requestConfig.formData)) {
    event.detail.shouldSwap = false;
    refreshQuestions();
  } else if (pressed) {
    event.detail.shouldSwap = false;
    setTimeout(refreshQuestions, 100);
  } else if (oneByOne()) {
    // what has the focus must be there at once: it can't stay on what is hidden
    const step = answer.querySelector(`[data-step='${questionsForm().elements.at.value}']`);
    step?.classList.add("question--now");
    step?.closest(".question-section").classList.add("question-section--now");
    event.detail.serverResponse = answer.getElementById("sections").outerHTML;
  }
});

// Who can't see the questions change hears that they did.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "sections" || !sections()) {
    return;
  }
  if (oneByOne()) {
    show(stepAt(questionsForm().elements.at.value) ?? steps()[0], { focus: false });
  } else {
    site.tell(document.getElementById("status").dataset.newQuestions);
  }
});

// --- Forth and back -------------------------------------------------------------------------

// Back from the outcome leads to the questions, with the answers still there. The address only
// says that this is the outcome.
document.addEventListener("site:arrived", () => {
  if (onOutcome()) {
    if (history.state?.page !== "outcome") {
      history.pushState({ page: "outcome" }, "", "#answer");
    }
  } else {
    begin();
  }
  keep();
});

addEventListener("popstate", ({ state }) => {
  if (onOutcome()) {
    const change = document.querySelector("button[form='questions'][name='change']");
    // not where the link leads to something on this page
    if (change && state?.page !== "outcome" && !document.getElementById(location.hash.slice(1))) {
      change.value = state?.step || change.value;
      change.click();
    }
  } else if (state?.page === "outcome" && sections()) {
    calculate();
  } else if (state?.step && sections() && stepAt(state.step)) {
    show(stepAt(state.step));
  }
});

root.dataset.road = "";
if (questionsForm()) {
  if (onOutcome()) {
    history.replaceState({ page: "outcome" }, "", `${address()}#answer`);
  }
  const before = site.kept.read();
  if (sections() && !("begun" in questionsForm().dataset) && before) {
    begin({ focus: false });
    bringBack(before);
  } else {
    begin({ focus: false });
    keep();
  }
}
