// Buttons that copy the text of another element: <button hidden data-copy="id" data-copied="Đã chép">.

function announcer(button) {
  const status = document.createElement("span");
  status.className = "app-copied";
  status.setAttribute("role", "status");
  button.after(status);
  return status;
}

async function copy(button, status) {
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, ""));
  status.textContent = button.dataset.copied;
}

export function offerCopying(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy]")) {
    const status = announcer(button);
    button.hidden = false;
    button.addEventListener("click", () => copy(button, status));
  }
}
