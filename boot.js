// Starts the page, or says what keeps it from starting: its policy forbids an inline script, so this is a file.
// It is a plain script in old syntax, so that an old browser runs it too, and asynchronous, so that a style sheet that never comes
// doesn't hold it up. Where it doesn't run at all, index.html and page.css say so after the same time.
(() => {
  "use strict";

  // How long until the page says what it still waits for, in milliseconds.
  const PATIENCE = 4500;
  // A module with a table of references, which browsers know since 2021 and the page's module has.
  const TABLE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0]);

  const { js, wasm } = document.currentScript.dataset;
  const first = kind();
  const [script, module] = [js, wasm.replace("-step-", `-${first}-`)].map((path) => new URL(path, document.baseURI).href);
  // What a link needs comes in one module. It's asked for at once, and looked at below.
  const arriving = fetch(module);
  arriving.catch(() => {});
  preload(partOf(location.hash));
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });
  let waiting = script;

  // A trap ends the program: a panic is one in the published page.
  function broke(error) {
    const isTrap = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (isTrap) document.getElementById("crashed").hidden = false;
    return isTrap;
  }
  addEventListener("error", (event) => broke(event.error));
  addEventListener("unhandledrejection", (event) => broke(event.reason));

  // The part that the module asks for first: the walkthrough, or the operations of an area. Nothing if the address names neither.
  function partOf(hash) {
    const [, walkthrough, area] = /^#\/(?:walkthrough\/([a-z-]+)|reference\/([a-z-]+)\/\w)/.exec(hash) || [];
    const name = walkthrough ? `walkthrough_${walkthrough}` : area && `${area}_forms`;
    return name && name.replaceAll("-", "_");
  }

  // Has it fetched meanwhile.
  function preload(part) {
    // A page in one piece, which has no module for a step, has no parts either.
    const [, build] = /-step-([0-9a-f]{16})_bg/.exec(wasm) || [];
    if (!part || !build) return;
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `./parts/${part}-${build}.wasm` });
    document.head.append(link);
  }

  // The kind of page that the address names.
  function kind() {
    const [, area] = /^#\/(walkthrough|reference)\b/.exec(location.hash) || [];
    return { walkthrough: "step", reference: "operation" }[area] || "home";
  }

  const nameOf = (address) => address.split("/").pop();

  function say(sentences) {
    const [splash, stuck] = ["splash", "stuck"].map((id) => document.getElementById(id));
    if (!splash) return;
    splash.querySelector(".loading").hidden = true;
    stuck.textContent = sentences;
    stuck.hidden = false;
  }

  // Says why a file of the page is of no use, by asking for it as the browser did.
  async function faultOf(address, type) {
    const name = nameOf(address);
    let response;
    try {
      response = await fetch(address);
    } catch (error) {
      return `${name} can't be fetched. The network is down, or something blocks the file, such as a browser extension. Allow it or connect again, and reload the page.`;
    }
    if (!response.ok) {
      return `The server responds with ${response.status} for ${name}. Reload the page, since there may be a newer version. If that doesn't help, some of its files are missing on the server.`;
    }
    const sent = (response.headers.get("content-type") || "no type").split(";")[0].trim();
    if (sent === "text/html") {
      return `The server sends a web page in place of ${name}. Reload the page. If that doesn't help, the file is missing on the server.`;
    }
    if (!type.test(sent) && !/wasm$/.test(name)) {
      return `The server sends ${name} as ${sent}, so the browser refuses it. The server has to send it as ${type.source}.`;
    }
    return `${name} is incomplete or was changed on its way, or this browser is too old for it. Reload the page without its cache (Ctrl+Shift+R). If that doesn't help, try another browser.`;
  }

  // Waits for the style sheet, whose last line says that it's complete.
  async function styled() {
    const link = document.querySelector("link[rel=stylesheet]");
    waiting = link.href;
    if (!link.sheet) {
      await new Promise((done) => {
        link.onload = done;
        link.onerror = done;
      });
    }
    if (!getComputedStyle(document.documentElement).getPropertyValue("--whole")) {
      throw await faultOf(link.href, /text\/css/);
    }
  }

  async function start() {
    if (location.protocol === "file:") {
      throw "It was opened from disk, and it needs a web server. In its project, run `cargo xtask serve`; in a folder with the built page, `python3 -m http.server`.";
    }
    if (typeof WebAssembly !== "object") {
      throw "WebAssembly is switched off in this browser, and this page is a WebAssembly program. Lockdown modes and some extensions and policies switch it off: allow it for this site, or use another browser.";
    }
    if (!WebAssembly.validate(TABLE)) {
      throw "This browser is too old. Use Chrome or Edge 123, Firefox 120, Safari 17.5, or a later one.";
    }
    const program = import(script).catch(async () => {
      throw await faultOf(script, /text\/javascript/);
    });
    await Promise.all([program, styled().then(() => { waiting = script; })]);
    waiting = module;
    try {
      // The response, not bytes: so the browser compiles the module while it arrives.
      await (await program).default({ module_or_path: arriving, first });
    } catch (error) {
      console.error(error);
      if (!broke(error)) throw await faultOf(module, /application\/wasm/);
    }
  }

  async function run() {
    await parsed;
    document.getElementById("stuck").hidden = true;
    document.getElementById("splash").classList.add("begun");
    const timer = setTimeout(() => {
      const link = document.querySelector("link[rel=stylesheet]");
      const isSheet = link.href === waiting;
      // The browser draws nothing as long as it waits for this, so it's given up.
      if (isSheet) link.remove();
      say(
        `The page hasn't started yet: ${nameOf(waiting)} hasn't arrived. The network is slow, or something blocks the file. ` +
          (isSheet ? "Reload the page to try again." : "The page still waits for it."),
      );
    }, PATIENCE);
    try {
      await start();
    } catch (fault) {
      say(`The page can't start. ${fault}`);
    }
    clearTimeout(timer);
  }

  run();
})();
