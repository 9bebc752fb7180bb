// The link on a receipt ends in #number.secret: a fragment never travels to a server, so it stays out of every log.

function parts(fragment) {
  try {
    const [number, ...secret] = decodeURIComponent(fragment.slice(1)).split(".");
    return [number, secret.join(".")];
  } catch {
    return ["", ""];
  }
}

export function fillFromLink(root) {
  const numberField = root.querySelector("input[data-track=number]");
  const secretField = root.querySelector("input[data-track=secret]");
  const [number, secret] = parts(window.location.hash);
  if (!numberField || !secretField || !number || !secret) return;
  numberField.value = number;
  secretField.value = secret;
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}
