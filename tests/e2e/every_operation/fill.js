// Goes to the page of an operation, does with the controls of its form what it is told, and sends.
const [hash, acts, isSent, done] = arguments;

const tick = () => new Promise(next => setTimeout(next, 0));

// Waits for something; null where it does not come.
async function wait(find, milliseconds) {
  const began = performance.now();
  for (;;) {
    const found = find();
    if (found || performance.now() - began > milliseconds) return found ?? null;
    await tick();
  }
}

const form = () => document.querySelector("form.fields");

// What is folded is opened as soon as something in it is wanted.
function unfold() {
  for (const details of form()?.querySelectorAll("details.optional:not([open])") ?? []) {
    details.querySelector("summary").click();
  }
}

// Finds a control: those that a desk has one of have its number in their ids.
async function find(id) {
  const place = form().id.split("-").pop();
  const own = id.replace(/^(token|body)(?=$|-)/, `$1-${place}`);
  const found = await wait(() => {
    const element = document.getElementById(own);
    if (!element) unfold();
    return element;
  }, 3000);
  if (!found) throw new Error(`there is no #${own}`);
  return found;
}

function set(control, value) {
  const kinds = { SELECT: HTMLSelectElement, TEXTAREA: HTMLTextAreaElement, INPUT: HTMLInputElement };
  const { prototype } = kinds[control.tagName];
  Object.getOwnPropertyDescriptor(prototype, "value").set.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
  if (control.tagName === "SELECT" && control.value !== value) throw new Error(`#${control.id} has no ${value}`);
  if (control.disabled) throw new Error(`#${control.id} is disabled`);
}

function choose(control, name) {
  const files = new DataTransfer();
  files.items.add(new File(["x"], name));
  control.files = files.files;
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

// A token that was entered for another operation is there already, and is not shown.
function hasToken() {
  const label = document.querySelector(`label[for=token-${form().id.split("-").pop()}]`);
  return label?.parentElement.querySelector(".masked");
}

async function act([what, id, value]) {
  if (id === "token" && hasToken()) return;
  const control = await find(id);
  if (what === "press") control.click();
  else if (what === "choose") choose(control, value);
  else set(control, value);
  await tick();
}

// Answers a question before the request is sent, as somebody who means it.
async function goOn() {
  const asked = document.querySelector(".asked");
  if (!asked) return false;
  const field = asked.querySelector("input");
  if (field) set(field, asked.querySelector("label").textContent.split(": ").slice(1).join(": "));
  await tick();
  asked.querySelector("button.danger").click();
  return true;
}

async function run() {
  const before = form()?.id;
  location.hash = hash;
  const isThere = () => form() && form().id !== before && document.querySelector("#heading");
  if (!(await wait(isThere, 15000))) throw new Error(`no form at ${hash}`);
  for (const each of acts) await act(each);
  await tick();
  const code = document.querySelector("pre.code").textContent;
  const send = form().querySelector(".send .primary");
  if (!isSent) return { code, fault: send ? "there is a Send" : null };
  send.click();
  await tick();
  await tick();
  const asked = await goOn();
  const wrong = [...form().querySelectorAll(".fault, .broken")].filter(e => e.textContent && e.checkVisibility());
  if (wrong.length) throw new Error(wrong.map(e => e.textContent).join(" "));
  return { code, asked };
}

run().then(done, error => done({ fault: String(error.message ?? error) }));
