// Tries each way in which a page can reach another server. Each asks for a path of its own, so what comes there tells the way.
const [to, silent, datagrams, done] = arguments;
const add = (name, properties) =>
  document.body.appendChild(Object.assign(document.createElement(name), properties));
const link = (rel, href, more) => add("link", { rel, href, ...more });
const ways = {
  "fetch": url => fetch(url),
  "XMLHttpRequest": url => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  "WebSocket": url => new WebSocket(url.replace("http", "ws")),
  "EventSource": url => new EventSource(url),
  "beacon": url => navigator.sendBeacon(url, "text"),
  "ping": url => add("a", { ping: url, href: "#/" }).click(),
  "image": url => { new Image().src = url; },
  "image.css": url => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background: url(${url}) }`);
    document.adoptedStyleSheets.push(sheet);
  },
  "media": url => add("video", { src: url, preload: "auto" }),
  "script.js": url => add("script", { src: url }),
  "style.css": url => link("stylesheet", url),
  "import.js": url => import(url),
  // A worker's own file has to be of the page's origin, in any browser; what it holds can come from elsewhere.
  "worker.js": url => new Worker(URL.createObjectURL(new Blob([`importScripts("${url}")`]))),
  "iframe": url => add("iframe", { src: url }),
  "object": url => add("object", { data: url }),
  "font": url => new FontFace("elsewhere", `url(${url})`).load(),
  "prefetch": url => link("prefetch", url),
  "preload": url => link("preload", url, { as: "fetch", crossOrigin: "" }),
  // A page's policy does not hold in a worker that is a file: that has the one of its own response.
  "worker-request": url => new Worker("elsewhere/worker.js").postMessage(url),
};
for (const [name, go] of Object.entries(ways)) {
  try {
    Promise.resolve(go(`${to}/${name}`)).catch(() => {});
  } catch {
    // Refused at once.
  }
}
link("preconnect", silent);
try {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: datagrams.replace("http://", "stun:") }] });
  connection.createDataChannel("channel");
  connection.createOffer().then(offer => connection.setLocalDescription(offer)).catch(() => {});
} catch {
  // Refused at once.
}
setTimeout(done, 1500);
