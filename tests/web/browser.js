// What a test does to the browser: it takes the place of the network, and of the person.

const fetched = window.fetch;
const uploaded = window.XMLHttpRequest;
let requests = [];

function reply(how) {
  requests = [];
  window.fetch = (request) => {
    requests.push(request.clone());
    return how(request);
  };
}

// Answers every request so, and keeps the requests.
export function answer(status, body) {
  const headers = { "Content-Type": "application/json", "X-Practice": "yes" };
  reply(async () => new Response(body, { status, headers }));
}

// Lets the connection break after these characters.
export function break_after(text) {
  const chunk = new TextEncoder().encode(text);
  let sent = false;
  const pull = (controller) => {
    if (sent) controller.error(new TypeError("gone"));
    else controller.enqueue(chunk);
    sent = true;
  };
  reply(async () => new Response(new ReadableStream({ pull }), { status: 200 }));
}

// Is a server that nobody can reach.
export function refuse() {
  reply(() => Promise.reject(new TypeError("Failed to fetch")));
}

// Is a server that never answers.
export function hang() {
  reply(({ signal }) => new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  }));
}

// Takes half of each upload, and the rest a little later; then answers, or never where there is no body.
export function take_upload(body) {
  window.XMLHttpRequest = class {
    upload = {};
    status = 0;
    open(method, url) { this.responseURL = new URL(url, location).href; }
    setRequestHeader() {}
    getAllResponseHeaders() { return "content-type: application/json\r\nX-Practice: yes\r\n"; }
    send(form) {
      const total = form.get("file").size;
      const went = (loaded) => this.upload.onprogress?.(new ProgressEvent("progress", { loaded, total }));
      setTimeout(() => went(total / 2), 5);
      setTimeout(() => went(total), 10);
      if (body === undefined) return;
      setTimeout(() => {
        this.status = 200;
        this.response = new TextEncoder().encode(body).buffer;
        this.onloadend();
      }, 15);
    }
    abort() { this.onloadend(); }
  };
}

// Gives the browser its own network back.
export function give_back() {
  window.fetch = fetched;
  window.XMLHttpRequest = uploaded;
}

// Says what was sent since the network was replaced, as JSON.
export async function sent() {
  const told = requests.map(async (request) => ({
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: await request.clone().text(),
    modes: [request.credentials, request.redirect, request.cache, request.referrerPolicy],
  }));
  return JSON.stringify(await Promise.all(told));
}

// Chooses a file, and returns the event that comes of it.
export function choose(name, text) {
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  const input = Object.assign(document.createElement("input"), { type: "file" });
  input.files = files.files;
  const event = new Event("change");
  input.dispatchEvent(event);
  return event;
}

export function type(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function press(element, key) {
  element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

export function all(root, css) {
  return Array.from(root.querySelectorAll(css));
}

// Puts something in the clipboard's place, which a headless browser may refuse, and returns what is copied to.
export function clipboard() {
  const copied = [];
  Object.defineProperty(navigator.clipboard, "writeText", {
    configurable: true,
    value: async (text) => { copied.push(text); },
  });
  return copied;
}
