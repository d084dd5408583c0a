// Drives SeaTable's own JavaScript client, unmodified, against a practice SeaTable.
//
// The credentials come as JSON on standard input. The last line says how many calls were made.

const assert = require("node:assert");
const { Base } = require("seatable-api");

let calls = 0;
function check(actual, expected, what) {
  calls += 1;
  assert.deepStrictEqual(actual, expected, what);
}

async function run({ url, api_token: APIToken, base_uuid: uuid }) {
  const base = new Base({ server: url, APIToken });
  await base.auth();
  check(base.dtableUuid, uuid, "auth");
  check((await base.getMetadata()).tables[0].name, "Table1", "getMetadata");
  check((await base.getDTable()).tables.length, 1, "getDTable");
  check((await base.getTables()).length, 1, "getTables");

  await base.addTable("Jobs", "en", [{ column_name: "Name", column_type: "text" }]);
  await base.addTable("before", "en", []);
  await base.renameTable("before", "after");
  check((await base.getTableByName("after")).name, "after", "getTableByName");
  await base.deleteTable("after");

  const n = await base.insertColumn("Jobs", "N", "number");
  await base.insertColumn("Jobs", "Town", "text");
  const options = [{ name: "todo", color: "#FF8000", textColor: "#FFFFFF" }];
  await base.insertColumn("Jobs", "Status", "single-select", undefined, { options });
  const link = await base.insertColumn("Jobs", "Other", "link", undefined, { table: "Jobs", other_table: "Table1" });
  check((await base.listColumns("Jobs")).length, 5, "listColumns");
  check((await base.getColumnByName("Jobs", "N")).key, n.key, "getColumnByName");
  check((await base.getColumnsByType("Jobs", "text")).length, 2, "getColumnsByType");
  await base.renameColumn("Jobs", n.key, "Number");
  await base.resizeColumn("Jobs", n.key, 333);
  await base.freezeColumn("Jobs", n.key, true);
  await base.addColumnOptions("Jobs", "Status", [{ name: "done", color: "#FF8000", textColor: "#FFFFFF" }]);

  await base.appendRow("Jobs", { Name: "one", Number: 1, Town: "Mainz" });
  const id = (await base.listRows("Jobs"))[0]._id;
  await base.batchAppendRows("Jobs", [{ Name: "two", Number: 2 }, { Name: "three", Number: 3 }]);
  check((await base.getRow("Jobs", id)).Town, "Mainz", "getRow");
  await base.updateRow("Jobs", id, { Status: "todo" });
  await base.batchUpdateRows("Jobs", [{ row_id: id, row: { Number: 100 } }]);
  check((await base.listRows("Jobs")).length, 3, "listRows");
  const sorted = await base.listRows("Jobs", "Default View", "Number", true, 1, 1);
  check(sorted[0].Name, "three", "listRows with an order");
  const found = await base.query("select Name from Jobs where Number >= 100");
  check(found.map((row) => row.Name), ["one"], "query");

  const otherId = (await base.listRows("Table1"))[0]._id;
  const linkId = await base.getColumnLinkId("Jobs", "Other");
  await base.addLink(linkId, "Jobs", "Table1", id, otherId);
  const jobs = (await base.getTableByName("Jobs"))._id;
  const linked = await base.getLinkedRecords(jobs, link.key, [{ row_id: id, limit: 100, offset: 0 }]);
  check(linked[id][0].row_id, otherId, "getLinkedRecords");
  await base.removeLink(linkId, "Jobs", "Table1", id, otherId);

  await base.addView("Jobs", "Mine ü 1");
  check((await base.getViewByName("Jobs", "Mine ü 1")).name, "Mine ü 1", "getViewByName");
  await base.renameView("Jobs", "Mine ü 1", "Mine two");
  check((await base.listViews("Jobs")).length, 2, "listViews");
  await base.deleteView("Jobs", "Mine two");

  await base.deleteRow("Jobs", id);
  await base.batchDeleteRows("Jobs", (await base.listRows("Jobs")).map((row) => row._id));
  check(await base.listRows("Jobs"), [], "batchDeleteRows");
  await base.deleteColumn("Jobs", n.key);
  console.log(`${calls} results of the JavaScript client were as expected`);
}

let input = "";
process.stdin.on("data", (text) => (input += text));
process.stdin.on("end", () => {
  run(JSON.parse(input)).catch((error) => {
    console.error(error.response?.data ?? error);
    process.exit(1);
  });
});
