// The little that plain HTML and htmx don't do on every page. The site works without it.
"use strict";

const site = {
  // What was answered, for this tab alone and for an hour at most: a reload loses nothing.
  kept: {
    name: "answers",
    longest: 60 * 60 * 1000,
    read() {
      try {
        const found = JSON.parse(sessionStorage.getItem(this.name));
        if (found && Date.now() - found.at < this.longest) {
          return found;
        }
        sessionStorage.removeItem(this.name);
      } catch {
        // no storage, or something unreadable in it: then there is nothing
      }
      return null;
    },
    write(said, step) {
      try {
        sessionStorage.setItem(this.name, JSON.stringify({ at: Date.now(), step, said }));
      } catch {
        // the browser keeps nothing: a reload begins again
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(this.name);
      } catch {
        // nothing was kept
      }
    },
  },

  // Says something to who can't see it happen.
  tell(text) {
    const status = document.getElementById("status");
    status.textContent = "";
    requestAnimationFrame(() => {
      status.textContent = text;
    });
  },

  // After a moment without an answer: the button and a line at the top say that it works.
  waiting(button) {
    const root = document.documentElement;
    const words = button?.dataset.busy;
    let before = null;
    const timer = setTimeout(() => {
      root.classList.add("is-waiting");
      this.tell(document.getElementById("status").dataset.waiting);
      if (words) {
        before = button.textContent;
        button.textContent = words;
      }
    }, 300);
    return () => {
      clearTimeout(timer);
      root.classList.remove("is-waiting");
      const status = document.getElementById("status");
      if (status.textContent === status.dataset.waiting) {
        status.textContent = "";
      }
      if (before !== null && button.textContent === words) {
        button.textContent = before;
      }
    };
  },

  // Something didn't arrive: everything is still there, and one press tries again.
  failed(again) {
    const notice = document.getElementById("no-connection");
    notice.hidden = false;
    notice.querySelector("button").onclick = () => {
      notice.hidden = true;
      again();
    };
  },

  // Puts the main part of an answer in place of what stands there, as htmx would.
  arrive(text) {
    const answer = new DOMParser().parseFromString(text, "text/html");
    const main = answer.getElementById("main");
    document.getElementById("main").replaceWith(main);
    document.title = answer.title;
    window.htmx.process(main);
    window.scrollTo(0, 0);
    document.dispatchEvent(new CustomEvent("site:arrived"));
  },
};

// A part that was asked for came in: that is where somebody goes on reading.
const isPart = (target) => "part" in target.dataset;

document.addEventListener("htmx:afterSettle", (event) => {
  const { target } = event.detail;
  if (target.id === "main") {
    document.dispatchEvent(new CustomEvent("site:arrived"));
  } else if (isPart(target)) {
    document.getElementById(target.id).focus({ preventScroll: true });
  }
});

// After an answer came in, start reading where it starts: at the errors or at the result.
document.addEventListener("site:arrived", () => {
  const main = document.getElementById("main");
  const heading = main.querySelector("[autofocus], h1[tabindex='-1'], h2[tabindex='-1']");
  heading?.focus();
});

// Another language, a file or a paper change or leave the whole page: htmx stays out of those.
document.addEventListener(
  "submit",
  (event) => {
    if (event.submitter?.hasAttribute("data-full-page")) {
      event.stopImmediatePropagation();
    }
  },
  true,
);

// While something is on its way that somebody waits for.
const underWay = new Map();
document.addEventListener("htmx:beforeRequest", (event) => {
  document.getElementById("no-connection").hidden = true;
  const { target, elt } = event.detail;
  if (target.id === "main" || isPart(target)) {
    const pressed = event.detail.requestConfig.triggeringEvent?.submitter ?? elt.closest("button");
    underWay.set(event.detail.xhr, site.waiting(pressed));
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  underWay.get(event.detail.xhr)?.();
  underWay.delete(event.detail.xhr);
});

const again = (sender) => (sender.requestSubmit ? sender.requestSubmit() : sender.click());

// A refusal has a page of its own that explains it: send the form again without htmx to see it.
// A fault on our side leaves the form with its answers where it is, and says so.
document.addEventListener("htmx:responseError", (event) => {
  const { xhr, target } = event.detail;
  if (target.id !== "main" && !isPart(target)) {
    return; // the questions stay as they are; sending the form asks again
  }
  if (xhr.status === 400 || xhr.status === 413) {
    (event.target.form ?? event.target).submit();
  } else {
    site.failed(() => again(event.target));
  }
});
document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.target.id === "main" || isPart(event.detail.target)) {
    site.failed(() => again(event.target));
  }
});

// htmx notes the address in the browser's storage even with its history turned off.
try {
  sessionStorage.removeItem("htmx-current-path-for-history");
} catch {
  // The browser allows no storage at all: then there is nothing to remove.
}

// A link to something inside what is closed opens it.
const reveal = (target) => {
  for (let part = target; part; part = part.parentElement.closest("details")) {
    if (part.tagName === "DETAILS") {
      part.open = true;
    }
  }
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (target) {
    reveal(target);
  }
});

// On paper everything of the first level is open, also in browsers that know no other way.
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details[data-print]:not([open])")) {
    part.dataset.opened = "";
    part.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("details[data-opened]")) {
    delete part.dataset.opened;
    part.open = false;
  }
});

// Who was here before in this tab goes on, or begins again; a press wipes it all.
const resume = document.getElementById("resume");
if (resume && site.kept.read()) {
  resume.hidden = false;
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-wipe]");
  if (link) {
    event.preventDefault();
    site.kept.forget();
    location.replace(link.href);
  }
});

// A page that the browser kept in memory must not show an earlier visitor's answers again.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
