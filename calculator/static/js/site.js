// The little that plain HTML and htmx don't do. The site works without it.
"use strict";

// After an answer came in, start reading where it starts: at the errors or at the result.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id !== "main") {
    return;
  }
  // the target itself is the old part of the page, which is gone
  const main = document.getElementById("main");
  const heading = main && main.querySelector("[autofocus], h1[tabindex='-1'], h2[tabindex='-1']");
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
// A fault on our side leaves the form with its answers where it is, and says so.
document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (event.detail.target.id === "sections") {
    return; // the questions stay as they are; sending the form asks again
  }
  if (status === 400 || status === 413) {
    event.target.submit();
  } else {
    noConnection(true);
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
// While the request is on its way somebody may go on typing: then what comes back is too old, is
// not used, and the questions are asked for again. A press of the mouse or a finger is never cut
// off either: what is pressed has to be there until it is let go. Nothing typed is lost.
const asText = (formData) => new URLSearchParams(formData).toString();
const questionsForm = () => document.getElementById("questions");

const refreshQuestions = () => {
  const sections = document.getElementById("sections");
  if (sections && questionsForm() && window.htmx) {
    window.htmx
      .ajax("POST", sections.dataset.questionsUrl, {
        source: questionsForm(),
        target: "#sections",
        select: "#sections",
        swap: "outerHTML",
      })
      .catch(() => {}); // a request that a newer one replaced
  }
};

document.addEventListener("change", (event) => {
  if (event.target.closest("#questions") && event.target.closest("[data-refresh]")) {
    refreshQuestions();
  }
});

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

const shownIn = (root) => root.querySelector("#sections [name='shown']")?.value;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "sections" || !questionsForm()) {
    return;
  }
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  if (shownIn(answer) === shownIn(document)) {
    event.detail.shouldSwap = false; // the same questions: leave them alone
  } else if (asText(new FormData(questionsForm())) !== asText(event.detail.requestConfig.formData)) {
    event.detail.shouldSwap = false;
    refreshQuestions();
  } else if (pressed) {
    event.detail.shouldSwap = false;
    setTimeout(refreshQuestions, 100);
  }
});

// Who can't see the questions change hears that they did.
document.addEventListener("htmx:afterSwap", (event) => {
  const status = document.getElementById("status");
  if (event.detail.target.id === "sections" && status) {
    status.textContent = "";
    status.textContent = status.dataset.newQuestions;
  }
});

// A link to an amount's explanation opens what it is in.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#why-']");
  const closed = link && document.querySelector(link.getAttribute("href"))?.closest("details");
  if (closed) {
    closed.open = true;
  }
});

// Back from the outcome leads to the questions, with the answers still there. The address only
// says that this is the outcome.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "main" && document.getElementById("answer")) {
    history.pushState(null, "", "#answer");
  }
});
window.addEventListener("popstate", () => {
  const change = document.querySelector("#questions button[name='change']");
  if (location.hash === "" && document.getElementById("answer") && change) {
    change.click();
  }
});
// A page that the browser kept in memory must not show an earlier visitor's answers again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
