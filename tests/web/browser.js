// What a test does to the browser: it takes the place of the network, and of the person.

const fetched = window.fetch;
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

// Gives the browser its own network back.
export function give_back() {
  window.fetch = fetched;
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
