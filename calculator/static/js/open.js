// Opens a link with answers. They stand after the # in the address, which no browser sends along.
// They leave the address and the history at once, and go to the site as a form does.
"use strict";

// Longer than any link of ours: the site then says that it is too long.
const LONGEST = 9000;

const openLink = () => {
  const text = location.hash.slice(1);
  // a place on this page, such as that of the link to the content
  if (text === "" || document.getElementById(text)) {
    return;
  }
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("open-link");
  const status = document.getElementById("opening");
  form.elements.carried.value = text.slice(0, LONGEST);
  document.getElementById("how-to-open").hidden = true;
  status.textContent = status.dataset.opening;
  form.submit();
};

openLink();
// a link that is opened while this page is already there
window.addEventListener("hashchange", openLink);
