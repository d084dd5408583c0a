// The practice SeaTable in a worker of its own.
//
// In:  { id, method, url, headers: [[name, value], …], body: Uint8Array | null }
// Out: { ready: true, credentials } once, then for each request
//      { id, status, headers: [[name, value], …], body: Uint8Array } or { id, error }.

import init, { Practice } from "./practice.js";

const started = init().then(() => new Practice(Date.now()));

started.then(
  (practice) => postMessage({ ready: true, credentials: practice.credentials() }),
  (error) => postMessage({ ready: false, error: String(error) }),
);

addEventListener("message", async ({ data: { id, method, url, headers, body } }) => {
  try {
    const practice = await started;
    const sent = body ?? new Uint8Array();
    const answer = practice.handle(method, url, JSON.stringify(headers), sent, Date.now());
    const received = answer.take_body();
    const message = { id, status: answer.status, headers: JSON.parse(answer.headers), body: received };
    answer.free();
    postMessage(message, [received.buffer]);
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
