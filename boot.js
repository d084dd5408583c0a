// Starts the page: Trunk names its two files, and the policy in index.html forbids an inline script.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

try {
  const { default: start } = await import(new URL(js, document.baseURI));
  // An address, not bytes: so the browser compiles the module while it arrives.
  await start({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  console.error(error);
  document.getElementById("boot-failed").hidden = false;
}
