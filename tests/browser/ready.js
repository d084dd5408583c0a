// Runs before anything of the page does, as a function of the selectors of what has to be there. All times are those of
// `performance.now()`, in milliseconds.
(wanted) => {
  if (!location.protocol.startsWith("http")) return;
  // The browser tells of those alone that take 50 ms or more.
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });

  const isThere = (css) => {
    const element = document.querySelector(css);
    return Boolean(element?.checkVisibility()) && element.textContent.trim() !== "";
  };
  const missing = () => wanted.filter((css) => !isThere(css));
  window.ready = { missing };
  const look = () => {
    if (missing().length > 0) {
      requestAnimationFrame(look);
      return;
    }
    const at = performance.now();
    window.ready.found = {
      at,
      wall: performance.timeOrigin + at,
      /** The longest task that began before that; 0 where the browser told of none. */
      task: () => Math.max(0, ...tasks.filter((task) => task.startTime < at).map((task) => task.duration)),
    };
  };
  requestAnimationFrame(look);
}
