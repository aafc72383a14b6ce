// Runs before the first paint, so that a chosen theme never flashes.
try {
  const chosen = localStorage.getItem("detente-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the system's theme stands.
}
