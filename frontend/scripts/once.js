// A form that changes something is sent once, however often its button is pressed.

const PATIENCE = 10_000; // after this long the answer is not coming, or was a download

function release(form) {
  delete form.dataset.sending;
  form.removeAttribute("aria-busy");
}

function holdBack(event) {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  form.setAttribute("aria-busy", "true");
  window.setTimeout(() => release(form), PATIENCE);
}

export function sendOnce(root) {
  root.addEventListener("submit", holdBack);
  window.addEventListener("pageshow", () => root.querySelectorAll("form[data-sending]").forEach(release));
}
