// Runs in the page that is measured. All times are those of `performance.now()`, in milliseconds.
window.bench = (() => {
  /** The tree of the whole answer: what is shown while it comes has another name. */
  const TREE = ".step.open .tree[id^='tree-']";
  /** How long to wait for word of long tasks, which the browser gives late; and for work that follows what is drawn. */
  const REST = 500;

  const tree = () => document.querySelector(TREE);
  const rows = () => document.querySelectorAll(`${TREE} .row`).length;
  const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  const rest = () => new Promise((done) => setTimeout(done, REST));

  // The browser tells of those alone that take 50 ms or more.
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });

  /** The longest task that ended since then; 0 where the browser told of none. */
  const longest = async (since) => {
    await rest();
    const late = tasks.filter((task) => task.startTime + task.duration > since);
    return Math.max(0, ...late.map((task) => task.duration));
  };

  /** Waits until what stands in the document now is on the screen: a frame, and the first task behind it. */
  const painted = async () => {
    await frame();
    await new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(null);
    });
    return performance.now();
  };

  /** Waits for a change of the page after which this is so. */
  const until = (isThere) =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (isThere()) {
          observer.disconnect();
          done();
        }
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });

  /** Does something; tells how long it took until the result was on the screen, and the longest task. */
  const timed = async (act, isThere) => {
    const there = until(isThere);
    const began = performance.now();
    act();
    await there;
    const ms = (await painted()) - began;
    return { ms, task: await longest(began) };
  };

  const change = (css, value, event) => {
    const control = document.querySelector(css);
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true }));
  };

  let arrival;

  return {
    /** Has the next answer watched. */
    arm() {
      const armed = performance.now();
      let first;
      let last;
      const read = ReadableStreamDefaultReader.prototype.read;
      ReadableStreamDefaultReader.prototype.read = function (...rest) {
        const came = read.apply(this, rest);
        came.then(({ done }) => {
          if (!done) {
            last = performance.now();
            first ??= last;
          }
        });
        return came;
      };
      arrival = until(() => rows() > 0).then(async () => {
        const shown = (await painted()) - last;
        return { shown, coming: last - first, task: await longest(armed) };
      });
    },

    arrived: () => arrival,

    /** Scrolls through the whole answer, a step with each frame; tells how long the frames took. */
    async scroll(steps) {
      const list = tree();
      const way = list.scrollHeight - list.clientHeight;
      const frames = [];
      let before = await frame();
      for (let step = 1; step <= steps; step += 1) {
        list.scrollTop = (way * step) / steps;
        const now = await frame();
        frames.push(now - before);
        before = now;
      }
      return frames;
    },

    find: (text) =>
      timed(
        () => change(".step.open .find input", text, "input"),
        () => /^\d+ found$/.test(document.querySelector(".step.open .find output")?.textContent),
      ),

    foldAll: () => timed(() => change(".step.open .tools select", "1", "change"), () => rows() < 10),

    unfoldAll: () => timed(() => change(".step.open .tools select", "all", "change"), () => rows() > 20),
  };
})();
