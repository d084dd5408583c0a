// Stands for fetch: says what it was asked to send.
globalThis.fetch = async (url, { method, headers = {}, body = null }) => {
  new Request(url, { method, headers, body });
  if (body && typeof body !== "string") {
    const entry = async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, await value.text()];
    body = await Promise.all([...body].map(entry));
  }
  console.log(JSON.stringify({ method, url, headers, body }));
  process.exit();
};
