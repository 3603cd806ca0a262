// The little that plain HTML and htmx don't do. The site works without it.
"use strict";

// After an answer came in, start reading where it starts: at the errors or at the result.
document.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target;
  const heading = target && target.querySelector("[autofocus], h1[tabindex='-1'], h2[tabindex='-1']");
  if (heading) {
    heading.focus();
  }
});

// Another language changes the whole page, so htmx (which replaces a part) must stay out of it.
document.addEventListener(
  "submit",
  (event) => {
    if (event.submitter && event.submitter.hasAttribute("data-full-page")) {
      event.stopImmediatePropagation();
    }
  },
  true,
);

// A refusal has a page of its own that explains it: send the form again without htmx to see it.
document.addEventListener("htmx:responseError", (event) => {
  if (event.target instanceof HTMLFormElement) {
    event.target.submit();
  }
});

const noConnection = (shown) => {
  document.getElementById("no-connection").hidden = !shown;
};
document.addEventListener("htmx:sendError", () => noConnection(true));
document.addEventListener("htmx:beforeRequest", () => noConnection(false));

// htmx notes the address in the browser's storage even with its history turned off. Nothing of
// a visit stays behind here, so that goes too.
try {
  sessionStorage.removeItem("htmx-current-path-for-history");
} catch {
  // The browser allows no storage at all: then there is nothing to remove.
}

// Some answers decide which questions follow. Draw the questions again as soon as one changes.
// While the request is on its way somebody may go on typing: then the answer that comes back is
// too old, is not used, and the questions are asked for again. Nothing typed is lost.
const asText = (formData) => new URLSearchParams(formData).toString();

const refreshQuestions = () => {
  const sections = document.getElementById("sections");
  const form = document.getElementById("questions");
  if (sections && form && window.htmx) {
    window.htmx.ajax("POST", sections.dataset.questionsUrl, {
      source: form,
      target: "#sections",
      select: "#sections",
      swap: "outerHTML",
    });
  }
};

document.addEventListener("change", (event) => {
  if (event.target.closest("#questions") && event.target.closest("[data-refresh]")) {
    refreshQuestions();
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const form = document.getElementById("questions");
  if (form && event.detail.target.id === "sections") {
    const sent = asText(event.detail.requestConfig.formData);
    if (asText(new FormData(form)) !== sent) {
      event.detail.shouldSwap = false;
      refreshQuestions();
    }
  }
});

// A link to an amount's explanation opens it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-opens]");
  const closed = link && document.getElementById(link.dataset.opens);
  if (closed) {
    closed.open = true;
  }
});
